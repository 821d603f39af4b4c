'use client';

import { useCallback, useState } from 'react';
import type { OverrideValue } from '@/lib/client/override-actions';
import { type OverrideWrite, useOverride } from '@/lib/client/use-override';
import type { TenantFlagView } from '@/lib/services/overrides/types';
import type { TenantPlace } from './tenant-place';

/** What rows of a tenant's flags do, and what they ask about first. The functions stay the same between renders. */
export function useOverrides({ project, tenant, environment, isOwn = false }: TenantPlace) {
  const { mutate, mutateAsync } = useOverride({ project, tenant, environment: environment.key });
  const [asking, setAsking] = useState<OverrideWrite | null>(null);
  const [editing, setEditing] = useState<TenantFlagView | null>(null);
  // A tenant's own admin decides for their organisation alone: there it is a switch like any other.
  const isGuarded = environment.requireComment === true || (!isOwn && environment.protected === true);
  const write = useCallback(
    (request: OverrideWrite): void => (isGuarded ? setAsking(request) : mutate(request)),
    [isGuarded, mutate],
  );
  // The end and the note of an override stay while its value is switched.
  const onSet = useCallback(
    (flag: TenantFlagView, value: OverrideValue): void =>
      write({ flag, value, expiresAt: flag.expiresAt, note: flag.note }),
    [write],
  );
  const onClear = useCallback((flag: TenantFlagView): void => write({ flag, value: null }), [write]);
  const stopAsking = useCallback(() => setAsking(null), []);
  const stopEditing = useCallback(() => setEditing(null), []);
  return {
    onSet,
    onClear,
    onEdit: setEditing,
    write,
    asking,
    stopAsking,
    confirm: mutateAsync,
    editing,
    stopEditing,
  };
}
