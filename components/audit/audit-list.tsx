'use client';

import { ScrollText, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsString, parseAsStringLiteral, useQueryState, useQueryStates } from 'nuqs';
import { useDeferredValue, useState } from 'react';
import { PageBody } from '@/components/frame/page-body';
import { DataTable } from '@/components/shared/data-table';
import { EmptyState } from '@/components/shared/empty-state';
import { ErrorState } from '@/components/shared/error-state';
import { PageHeader } from '@/components/shared/page-header';
import { RelativeTime } from '@/components/shared/relative-time';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import type { AuditView } from '@/lib/services/audit/types';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { Page } from '@/lib/services/page';
import { AuditEntrySheet } from './audit-entry-sheet';
import { AuditFilters, NO_FILTER } from './audit-filters';
import { ExportButton } from './export-button';
import { aboutOf } from './about-of';
import { useActionText } from './use-action-text';
import { type AuditFilter, type AuditScope, useAudit } from './use-audit';
import { useAuditColumns } from './use-audit-columns';
import { VerifyChainButton } from './verify-chain-button';

export interface AuditListProps {
  project: string;
  environments: readonly EnvironmentView[];
  /** Whether they may see what was done to users and roles, too. */
  seesInstallation: boolean;
  /** The first page of the unfiltered audit; null if it was not asked for. */
  initial: Page<AuditView> | null;
}

const PARSERS = {
  q: parseAsString,
  flag: parseAsString,
  environment: parseAsString,
  action: parseAsString,
  from: parseAsString,
  to: parseAsString,
};

const SCOPES: readonly AuditScope[] = ['project', 'installation'];
const isUnfiltered = (filter: AuditFilter): boolean => Object.values(filter).every((value) => value === null);

interface ScopeSwitchProps {
  scope: AuditScope;
  onChange: (scope: AuditScope) => void;
}

function ScopeSwitch({ scope, onChange }: ScopeSwitchProps) {
  const t = useTranslations('audit.scope');
  return (
    <ToggleGroup
      type="single"
      value={scope}
      aria-label={t('label')}
      className="w-fit"
      onValueChange={(value) => {
        const chosen = SCOPES.find((each) => each === value);
        if (chosen) onChange(chosen);
      }}
    >
      {SCOPES.map((each) => (
        <ToggleGroupItem key={each} value={each}>
          {t(each)}
        </ToggleGroupItem>
      ))}
    </ToggleGroup>
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
        <code className="ml-auto truncate font-mono">{aboutOf(entry)}</code>
      </span>
    </span>
  );
}

/** Who did what and when, with what was before and after; the chain can be checked and everything taken along. */
export function AuditList({ project, environments, seesInstallation, initial }: AuditListProps) {
  const t = useTranslations('audit');
  const [asked, setFilter] = useQueryStates(PARSERS, { throttleMs: 200 });
  const filter = useDeferredValue(asked);
  const [askedScope, setScope] = useQueryState('of', parseAsStringLiteral(SCOPES).withDefault('project'));
  const scope = seesInstallation ? askedScope : 'project';
  const place = { project, scope };
  const list = useAudit(
    place,
    filter,
    isUnfiltered(filter) && scope === 'project' ? (initial ?? undefined) : undefined,
  );
  const [open, setOpen] = useState<AuditView | null>(null);
  const columns = useAuditColumns(environments);
  return (
    <PageBody layout="fill">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            <VerifyChainButton key={scope} {...place} />
            <ExportButton {...place} filter={filter} />
          </>
        }
      />
      {seesInstallation && (
        <ScopeSwitch
          scope={scope}
          onChange={(next) => {
            void setScope(next);
            void setFilter(NO_FILTER);
          }}
        />
      )}
      <AuditFilters
        scope={scope}
        filter={asked}
        environments={environments}
        onChange={(change) => void setFilter(change)}
      />
      {list.isError && list.rows.length === 0 ? (
        <ErrorState onRetry={() => void list.refetch()} />
      ) : (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={list.rows}
          total={list.rows.length + (list.hasNextPage ? 1 : 0)}
          rowKey={({ id }) => id}
          onEndReached={() => void list.fetchNextPage()}
          isLoadingMore={list.isFetchingNextPage || list.isLoading}
          hasLoadError={list.isFetchNextPageError}
          rowLabel={({ action }) => action}
          narrow={(entry) => <NarrowEntry entry={entry} />}
          narrowRowHeight={56}
          onOpen={setOpen}
          empty={
            isUnfiltered(filter) ? (
              <EmptyState icon={<ScrollText />} title={t('empty.title')} description={t('empty.description')} />
            ) : (
              <EmptyState icon={<SearchX />} title={t('noMatch.title')} description={t('noMatch.description')} />
            )
          }
        />
      )}
      <AuditEntrySheet project={project} entry={open} onClose={() => setOpen(null)} />
    </PageBody>
  );
}
