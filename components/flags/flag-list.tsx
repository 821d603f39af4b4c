'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import { PageBody } from '@/components/frame/page-body';
import { DataTable } from '@/components/shared/data-table';
import { ErrorState } from '@/components/shared/error-state';
import { PageHeader } from '@/components/shared/page-header';
import { Button } from '@/components/ui/button';
import { useDebounced } from '@/lib/client/use-debounced';
import { type InitialFlags, useFlagList } from '@/lib/client/use-flag-list';
import { BatchBar } from './batch-bar';
import { ConfirmSwitch } from './confirm-switch';
import { CreateFlagDialog } from './create-flag-dialog';
import { FirstSteps } from './first-steps/first-steps';
import { useFirstSteps } from './first-steps/use-first-steps';
import { FlagCard } from './flag-card';
import { flagColumns } from './flag-columns';
import type { FlagPlace } from './flag-context';
import { FlagListEmpty } from './flag-list-empty';
import { FlagToolbar } from './flag-toolbar';
import { LifecycleDialog } from './lifecycle-dialog';
import { useFlagColumns } from './use-flag-columns';
import { useFlagFilter } from './use-flag-filter';
import { useRowActions } from './use-row-actions';

export interface FlagListProps extends FlagPlace {
  initial: InitialFlags;
  /** Shown under the title: in which scope one is. */
  scope?: ReactNode;
  /** Where this installation is reached, without a slash at the end. */
  baseUrl: string;
}

const SEARCH_MS = 150;

/** The flags of a project: search, switches per environment, and the way to each flag's page. */
export function FlagList({ initial, baseUrl, scope, ...place }: FlagListProps) {
  const { project, environments, can } = place;
  const t = useTranslations('flags');
  const router = useRouter();
  const { filter, query, setFilter, type } = useFlagFilter();
  const [isCreating, setIsCreating] = useState(false);
  const [selection, setSelection] = useState<Set<string>>(new Set());
  const list = useFlagList(project, { ...filter, q: useDebounced(filter.q, SEARCH_MS) }, initial);
  const actions = useRowActions(project, query);
  const { hrefOf, onSwitch, onLifecycle } = actions;

  const all = useMemo(() => {
    const onTag = (tag: string): void => setFilter({ q: /[\s"]/.test(tag) ? `tag:"${tag}"` : `tag:${tag}` });
    return flagColumns({ project, environments, can, t, hrefOf, onTag, onSwitch, onLifecycle });
  }, [project, environments, can, t, hrefOf, setFilter, onSwitch, onLifecycle]);
  const [columns, choice] = useFlagColumns(place, all);
  const selected = useMemo(
    () => (selection.size === 0 ? [] : list.rows.filter(({ key }) => selection.has(key))),
    [selection, list.rows],
  );
  const firstSteps = useFirstSteps(place, list.rows, list.total, initial.filter.q);
  // The first steps say all there is to say about an empty project.
  const hasList = !firstSteps.isShown || list.rows.length > 0 || filter.q !== '';
  const create = can.editFlags && (
    <Button onClick={() => setIsCreating(true)}>
      <Plus />
      {t('create.button')}
    </Button>
  );
  return (
    <PageBody layout={firstSteps.isShown ? 'flow' : 'fill'}>
      <PageHeader
        title={t('title')}
        meta={
          list.isCounted && (
            <span className="text-sm text-muted-foreground tabular-nums">{t('count', { count: list.total })}</span>
          )
        }
        actions={hasList && create}
      />
      {hasList && scope}
      {firstSteps.isShown && (
        <FirstSteps
          {...place}
          flags={list.rows}
          baseUrl={baseUrl}
          onCreate={() => setIsCreating(true)}
          onSwitch={onSwitch}
          onDismiss={firstSteps.dismiss}
        />
      )}
      {hasList && <FlagToolbar {...place} filter={filter} onType={type} onFilter={setFilter} columns={choice} />}
      {!hasList ? null : list.isError && list.rows.length === 0 ? (
        <ErrorState onRetry={() => void list.refetch()} />
      ) : (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={list.rows}
          total={list.total}
          rowKey={keyOf}
          rowLabel={nameOf}
          rowHeight={44}
          narrowRowHeight={100}
          narrow={(flag) => <FlagCard {...actions} flag={flag} environments={environments} can={can} />}
          sort={{ id: filter.sort, direction: filter.direction }}
          onSortChange={({ id, direction }) => setFilter({ sort: id, direction })}
          onEndReached={() => void list.fetchNextPage()}
          isLoadingMore={list.isFetchingNextPage || list.isPending}
          hasLoadError={list.isFetchNextPageError}
          onOpen={(flag) => router.push(hrefOf(flag, 'targeting'))}
          onEdit={(flag) => router.push(hrefOf(flag, 'details'))}
          selection={selection}
          onSelectionChange={can.editFlags ? setSelection : undefined}
          empty={list.isSuccess && <FlagListEmpty q={filter.q} onClear={() => setFilter({ q: '' })} create={create} />}
        />
      )}
      {can.editFlags && <BatchBar {...place} flags={selected} onClear={() => setSelection(new Set())} />}
      <ConfirmSwitch request={actions.asking} onClose={actions.stopAsking} onConfirm={actions.confirm} />
      <LifecycleDialog {...place} request={actions.lifecycle} onClose={actions.stopLifecycle} />
      <CreateFlagDialog {...place} open={isCreating} onOpenChange={setIsCreating} query={query} />
    </PageBody>
  );
}

const keyOf = ({ key }: { key: string }): string => key;
const nameOf = ({ name }: { name: string }): string => name;
