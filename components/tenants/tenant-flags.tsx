'use client';

import { Flag, SearchX, SlidersHorizontal } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { parseAsBoolean, parseAsString, useQueryStates } from 'nuqs';
import { type ReactNode, useDeferredValue } from 'react';
import { DataTable } from '@/components/shared/data-table';
import { EmptyState } from '@/components/shared/empty-state';
import { ErrorState } from '@/components/shared/error-state';
import { SearchInput } from '@/components/shared/search-input';
import { Button } from '@/components/ui/button';
import { type InitialTenantFlags, useTenantFlags } from '@/lib/client/use-tenant-flags';
import type { TenantFlagView } from '@/lib/services/overrides/types';
import { ConfirmOverride } from './confirm-override';
import { OverriddenToggle } from './overridden-toggle';
import { OverrideDialog } from './override-dialog';
import { TenantFlagCard } from './tenant-flag-card';
import type { TenantPlace } from './tenant-place';
import { useOverrides } from './use-overrides';
import { useTenantFlagColumns } from './use-tenant-flag-columns';

export interface TenantFlagsProps {
  place: TenantPlace;
  initial?: InitialTenantFlags;
  /** The flag's own page, for who may see it. */
  hrefOf?: (flag: TenantFlagView) => string;
  /** Told how many there are. */
  head?: (count: number) => ReactNode;
}

const FILTER = { q: parseAsString.withDefault(''), overridden: parseAsBoolean.withDefault(false) };
const MOST = 500;

/** A tenant's flags in one environment: what it gets, where that comes from, and a switch that overrides it. */
export function TenantFlags({ place, initial, hrefOf, head }: TenantFlagsProps) {
  const { project, tenant, environment, canEdit } = place;
  const t = useTranslations('tenants.flags');
  const router = useRouter();
  const [filter, setFilter] = useQueryStates(FILTER, { throttleMs: 200 });
  const asked = useDeferredValue(filter);
  const list = useTenantFlags({ project, tenant: tenant.key, environment: environment.key }, asked, initial);
  const { onSet, onClear, onEdit, ...dialogs } = useOverrides(place);
  const row = { tenant: tenant.name, canEdit, onSet, onEdit, onClear, hrefOf };
  const columns = useTenantFlagColumns(row);
  return (
    <>
      {head?.(list.total)}
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput
          value={filter.q}
          label={t('search')}
          onChange={(q) => void setFilter({ q: q.slice(0, MOST) || null })}
          className="min-w-0 flex-1 basis-48"
        />
        <OverriddenToggle
          label={t('overriddenOnly')}
          pressed={filter.overridden}
          onChange={(overridden) => void setFilter({ overridden: overridden || null })}
        />
      </div>
      {list.isError && list.rows.length === 0 ? (
        <ErrorState onRetry={() => void list.refetch()} />
      ) : (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={list.rows}
          total={list.total}
          rowKey={keyOf}
          rowLabel={nameOf}
          rowHeight={56}
          narrowRowHeight={112}
          narrow={(flag) => <TenantFlagCard flag={flag} {...row} />}
          onEndReached={() => void list.fetchNextPage()}
          isLoadingMore={list.isFetchingNextPage || list.isPending}
          hasLoadError={list.isFetchNextPageError}
          onOpen={hrefOf && ((flag) => router.push(hrefOf(flag)))}
          onEdit={canEdit ? onEdit : undefined}
          empty={list.isSuccess && <NoFlags {...filter} isOwn={place.isOwn} onClear={() => void setFilter(null)} />}
        />
      )}
      <ConfirmOverride
        place={place}
        request={dialogs.asking}
        onClose={dialogs.stopAsking}
        onConfirm={dialogs.confirm}
      />
      <OverrideDialog place={place} flag={dialogs.editing} onClose={dialogs.stopEditing} onSave={dialogs.write} />
    </>
  );
}

const keyOf = ({ key }: TenantFlagView): string => key;
const nameOf = ({ name }: TenantFlagView): string => name;

interface NoFlagsProps {
  q: string;
  overridden: boolean;
  isOwn?: boolean;
  onClear: () => void;
}

function NoFlags({ q, overridden, isOwn, onClear }: NoFlagsProps) {
  const t = useTranslations('tenants.flags');
  if (q === '' && !overridden) {
    return (
      <EmptyState icon={<Flag />} title={t('empty.title')} description={t(isOwn ? 'empty.own' : 'empty.description')} />
    );
  }
  if (q === '') {
    return (
      <EmptyState
        icon={<SlidersHorizontal />}
        title={t('noneOverridden.title')}
        description={t('noneOverridden.description')}
      />
    );
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title={t('noMatch.title')}
      description={t('noMatch.description')}
      action={
        <Button variant="outline" onClick={onClear}>
          {t('noMatch.clear')}
        </Button>
      }
    />
  );
}
