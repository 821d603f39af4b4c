'use client';

import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import type { GridView, TenantFlagView } from '@/lib/services/overrides/types';
import type { Page } from '@/lib/services/page';
import { type OverrideValue, overrideActions } from './override-actions';
import { queryKeys } from './query-keys';
import { withCell } from './shown-grid';
import { withOverride } from './shown-override';
import { refusalOf, useAction } from './use-action';

/** A change of one flag's override: `value` null clears it. */
export interface OverrideWrite {
  flag: TenantFlagView;
  value: OverrideValue | null;
  expiresAt?: string | null;
  note?: string | null;
  comment?: string;
  /** Takes an earlier one back, and is not offered to be undone. */
  isUndo?: boolean;
}

export interface OverridesOf {
  project: string;
  tenant: { key: string; name: string };
  environment: string;
}

/** What shows a tenant's flags: lists of them, and one alone. */
type Shown = InfiniteData<Page<TenantFlagView>> | TenantFlagView;
const UNDO_MS = 10_000;

/** Sets and clears overrides of a tenant: at once on the screen, taken back if refused, with a way to undo. */
export function useOverride({ project, tenant, environment }: OverridesOf) {
  const t = useTranslations('tenants.toast');
  const client = useQueryClient();
  const lists = { queryKey: queryKeys.tenantFlags(project, tenant.key, environment) };
  const grid = { queryKey: queryKeys.overrideGrid(project, environment) };
  const actions = overrideActions(project);
  const show = (next: TenantFlagView): void => {
    client.setQueriesData<Shown>(lists, (data) => data && withFlag(data, next));
    client.setQueriesData<GridView>(grid, (tile) => tile && withCell(tile, tenant.key, next));
  };

  const mutation = useAction<unknown, OverrideWrite>(
    async ({ flag, value, expiresAt, note, comment }) => {
      const place = { flag: flag.key, environment, ...(comment && { comment }) };
      if (value === null) return actions.clear(tenant.key, place);
      return actions.set(tenant.key, { ...place, ...value, expiresAt: expiresAt ?? null, note: note || undefined });
    },
    {
      onMutate: async ({ flag, value, expiresAt, note }) => {
        await Promise.all([client.cancelQueries(lists), client.cancelQueries(grid)]);
        show(withOverride(flag, value, { expiresAt, note }));
      },
      // Only this row goes back: others may have been changed meanwhile.
      onError: (error, { flag, isUndo }) => {
        if (!isUndo) show(flag);
        toast.error(t('failed'), { description: refusalOf(error)?.message });
      },
      onSuccess: (_answer, write) => announce(write),
      onSettled: () => client.invalidateQueries({ queryKey: queryKeys.overrides(project) }),
    },
  );

  const announce = ({ flag, value, comment, isUndo }: OverrideWrite): void => {
    if (isUndo) return void toast.success(t('undone'));
    const text = { flag: flag.name, tenant: tenant.name };
    const said =
      value === null
        ? t('cleared', text)
        : 'enabled' in value
          ? t(value.enabled ? 'enabled' : 'disabled', text)
          : t('served', { ...text, variant: nameOf(flag, value.variant) });
    const after = withOverride(flag, value);
    const undo = (): void => mutation.mutate({ ...beforeOf(flag), flag: after, comment, isUndo: true });
    toast.success(said, { duration: UNDO_MS, action: { label: t('undo'), onClick: undo } });
  };
  return mutation;
}

/** What brings a row back to how it was: its override with its end and note, or none. */
function beforeOf(flag: TenantFlagView): Pick<OverrideWrite, 'value' | 'expiresAt' | 'note'> {
  if (!flag.overridden || flag.variant === null) return { value: null };
  return { value: { variant: flag.variant }, expiresAt: flag.expiresAt, note: flag.note };
}

const nameOf = ({ variants }: TenantFlagView, variant: string): string =>
  variants.find(({ key }) => key === variant)?.name ?? variant;

function withFlag(data: Shown, next: TenantFlagView): Shown {
  if (!('pages' in data)) return data.key === next.key ? next : data;
  const replace = (item: TenantFlagView): TenantFlagView => (item.key === next.key ? next : item);
  return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(replace) })) };
}
