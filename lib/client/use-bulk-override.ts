'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import type { ManyOverridesView } from '@/lib/services/overrides/types';
import { overrideActions } from './override-actions';
import { queryKeys } from './query-keys';
import { refusalOf, RefusedError, useAction } from './use-action';

/** One flag for many tenants: a variant, or null to clear. */
export interface BulkOverride {
  environment: string;
  flag: string;
  variant: string | null;
  tenants: readonly string[];
  comment?: string;
}

const inputOf = ({ variant, ...rest }: BulkOverride) => ({
  ...rest,
  ...(variant === null ? { clear: true } : { variant }),
});

/** What a bulk write would change, tenant by tenant; null asks for nothing. */
export function useBulkPreview(project: string, asked: BulkOverride | null) {
  return useQuery({
    queryKey: [...queryKeys.overrides(project), 'bulk', asked],
    queryFn: async () => {
      if (!asked) return null;
      const result = await overrideActions(project).setMany({ ...inputOf(asked), dryRun: true });
      if (!result.ok) throw new RefusedError(result.error);
      return result.data;
    },
    enabled: asked !== null,
    retry: false,
    gcTime: 0,
  });
}

/** Sets or clears a flag for many tenants. */
export function useBulkOverride(project: string, flagName: string) {
  const t = useTranslations('tenants.bulk');
  const client = useQueryClient();
  return useAction<ManyOverridesView, BulkOverride>((input) => overrideActions(project).setMany(inputOf(input)), {
    onSuccess: ({ changes }) => toast.success(t('done', { flag: flagName, count: changes.length })),
    onError: (error) => toast.error(t('failed'), { description: refusalOf(error)?.message }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.overrides(project) }),
  });
}
