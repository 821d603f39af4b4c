'use client';

import { useCallback, useState } from 'react';
import { type SwitchRequest, useSwitchFlag } from '@/lib/client/use-switch-flag';
import type { FlagState } from '@/lib/engine/types';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { FlagListItem } from '@/lib/services/flags/types';
import type { LifecycleStep } from './flag-row-menu';
import type { LifecycleRequest } from './lifecycle-dialog';

/** What the rows of the flag list do, and what they ask about first. The functions stay the same between renders. */
export function useRowActions(project: string, query: string) {
  const [asking, setAsking] = useState<SwitchRequest | null>(null);
  const [lifecycle, setLifecycle] = useState<LifecycleRequest | null>(null);
  const { mutate, mutateAsync } = useSwitchFlag(project);
  const hrefOf = useCallback(
    ({ key }: FlagListItem, tab: 'targeting' | 'details'): string =>
      `/p/${project}/flags/${encodeURIComponent(key)}/${tab}${query}`,
    [project, query],
  );
  const onSwitch = useCallback(
    ({ key, environments }: FlagListItem, environment: EnvironmentView, to: FlagState): void => {
      const request = { flag: key, environment, from: environments[environment.key]?.state ?? 'off', to };
      if (environment.protected || environment.requireComment) setAsking(request);
      else mutate(request);
    },
    [mutate],
  );
  const onLifecycle = useCallback((step: LifecycleStep, flag: FlagListItem): void => setLifecycle({ step, flag }), []);
  const stopAsking = useCallback(() => setAsking(null), []);
  const stopLifecycle = useCallback(() => setLifecycle(null), []);
  return { hrefOf, onSwitch, onLifecycle, asking, stopAsking, confirm: mutateAsync, lifecycle, stopLifecycle };
}
