'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { toast } from 'sonner';
import { ConfirmOverride } from '@/components/tenants/confirm-override';
import { OverrideDialog } from '@/components/tenants/override-dialog';
import type { TenantPlace } from '@/components/tenants/tenant-place';
import { queryKeys } from '@/lib/client/query-keys';
import { type OverrideWrite, useOverride } from '@/lib/client/use-override';
import { useTenant } from '@/lib/client/use-tenant';
import { useTenantFlag } from '@/lib/client/use-tenant-flag';
import type { SubjectPlace } from './subject-page-types';

export interface TenantOverrideProps extends SubjectPlace {
  /** The key that the application named. */
  tenant: string;
  flagKey: string;
  onClose: () => void;
}

/** The override of the subject's tenant: for everybody of it, and so asked for with that in its words. */
export function TenantOverride({ project, environment, tenant: key, flagKey, onClose }: TenantOverrideProps) {
  const t = useTranslations('people.override');
  const client = useQueryClient();
  const tenant = useTenant(project, key);
  const flag = useTenantFlag({ project, tenant: key, environment: environment.key }, flagKey);
  const place = useMemo<TenantPlace>(
    () => ({
      project,
      tenant: { key, name: tenant.data?.name ?? key },
      environment,
      canEdit: environment.can.editOverrides,
    }),
    [project, key, tenant.data, environment],
  );
  const { mutateAsync } = useOverride({ project, tenant: place.tenant, environment: environment.key });
  const [asking, setAsking] = useState<OverrideWrite | null>(null);
  const isSaving = useRef(false);
  const isMissing = flag.isError || tenant.isError;
  useEffect(() => {
    if (!isMissing) return;
    toast.error(t('missing', { tenant: key }), { description: t('missingHint') });
    onClose();
  }, [isMissing, t, key, onClose]);
  const save = async (write: OverrideWrite): Promise<void> => {
    await mutateAsync(write);
    await client.invalidateQueries({ queryKey: queryKeys.subjects(project, environment.key) });
    onClose();
  };
  const isGuarded = environment.protected || environment.requireComment;
  return (
    <>
      <OverrideDialog
        place={place}
        flag={asking === null ? (flag.data ?? null) : null}
        // It closes itself when something is to be saved, which then goes on here.
        onClose={() => !isSaving.current && onClose()}
        onSave={(write) => {
          isSaving.current = true;
          if (isGuarded) setAsking(write);
          else void save(write).catch(onClose);
        }}
      />
      <ConfirmOverride place={place} request={asking} onClose={onClose} onConfirm={save} />
    </>
  );
}
