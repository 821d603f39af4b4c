'use client';

import { ScrollText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AuditEntrySheet } from '@/components/audit/audit-entry-sheet';
import { useActionText } from '@/components/audit/use-action-text';
import { useAuditColumns } from '@/components/audit/use-audit-columns';
import { DataTable } from '@/components/shared/data-table';
import { EmptyState } from '@/components/shared/empty-state';
import type { EnvironmentLike } from '@/components/shared/environment-badge';
import { ErrorState } from '@/components/shared/error-state';
import { RelativeTime } from '@/components/shared/relative-time';
import { queryKeys } from '@/lib/client/query-keys';
import { usePages } from '@/lib/client/use-pages';
import type { AuditView } from '@/lib/services/audit/types';

export interface TenantAuditProps {
  project: string;
  tenant: string;
  environments: readonly EnvironmentLike[];
}

/** What was done to a tenant's overrides, newest first. */
export function TenantAudit({ project, tenant, environments }: TenantAuditProps) {
  const t = useTranslations('tenants.audit');
  const columns = useAuditColumns(environments);
  const [open, setOpen] = useState<AuditView | null>(null);
  const list = usePages<AuditView>({
    project,
    queryKey: queryKeys.tenantAudit(project, tenant),
    segments: ['tenants', tenant, 'audit'],
    query: {},
  });
  if (list.isError && list.rows.length === 0) return <ErrorState onRetry={() => void list.refetch()} />;
  return (
    <>
      <DataTable
        label={t('title')}
        columns={columns}
        rows={list.rows}
        total={list.rows.length + (list.hasNextPage ? 1 : 0)}
        rowKey={({ id }) => id}
        onEndReached={() => void list.fetchNextPage()}
        isLoadingMore={list.isFetchingNextPage || list.isPending}
        hasLoadError={list.isFetchNextPageError}
        narrow={(entry) => <NarrowEntry entry={entry} />}
        narrowRowHeight={56}
        onOpen={setOpen}
        empty={list.isSuccess && <EmptyState icon={<ScrollText />} title={t('empty')} description={t('emptyHint')} />}
      />
      <AuditEntrySheet project={project} entry={open} onClose={() => setOpen(null)} />
    </>
  );
}

function NarrowEntry({ entry }: { entry: AuditView }) {
  const actionText = useActionText();
  return (
    <span className="grid min-w-0 gap-0.5">
      <span className="flex min-w-0 items-baseline gap-2">
        <span className="truncate font-medium">{actionText(entry.action)}</span>
        <RelativeTime at={entry.at} className="ml-auto shrink-0 text-xs text-muted-foreground" />
      </span>
      <span className="flex min-w-0 gap-2 text-xs text-muted-foreground">
        <span className="truncate">{entry.actor.name}</span>
        <code className="ml-auto truncate font-mono">{entry.flag}</code>
      </span>
    </span>
  );
}
