'use client';

import { Building2, Flag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/shared/empty-state';
import { ErrorState } from '@/components/shared/error-state';
import { TableSkeleton } from '@/components/shared/loading';
import { useGridSize } from '@/lib/client/use-override-grid';
import { GridLegend } from './grid-legend';
import { GridTable } from './grid-table';
import type { OverrideGridProps } from './grid-types';

/** Tenants down, flags across: what each gets and where it comes from. */
export function OverrideGrid(props: OverrideGridProps) {
  const { project, environment, filter } = props;
  const t = useTranslations('tenants');
  const size = useGridSize({ project, environment: environment.key }, filter);
  if (size.isError && !size.data) return <ErrorState onRetry={() => void size.refetch()} />;
  if (!size.data) return <TableSkeleton />;
  const { tenantTotal, flagTotal } = size.data;
  if (tenantTotal === 0) {
    const isOverridden = filter.withOverrides && filter.q === '';
    return (
      <EmptyState
        icon={<Building2 />}
        title={t(isOverridden ? 'grid.noTenants.title' : 'noMatch.title')}
        description={
          isOverridden ? t('grid.noTenants.description', { environment: environment.name }) : t('noMatch.description')
        }
      />
    );
  }
  if (flagTotal === 0) {
    const isSearch = filter.flags !== '';
    return (
      <EmptyState
        icon={<Flag />}
        title={t(isSearch ? 'flags.noMatch.title' : 'flags.empty.title')}
        description={t(isSearch ? 'grid.flagSearch' : 'flags.empty.description')}
      />
    );
  }
  return (
    <>
      <GridLegend tenants={tenantTotal} flags={flagTotal} />
      <GridTable {...props} tenantTotal={tenantTotal} flagTotal={flagTotal} />
    </>
  );
}
