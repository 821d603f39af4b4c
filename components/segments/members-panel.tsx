'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Download, Plus, UserMinus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { toast } from 'sonner';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { toCsv } from '@/lib/schemas/csv';
import { DataTable } from '@/components/shared/data-table';
import { downloadText } from '@/components/shared/download';
import { EmptyState } from '@/components/shared/empty-state';
import { SearchInput } from '@/components/shared/search-input';
import { CommentField } from '@/components/targeting/comment-field';
import { Button } from '@/components/ui/button';
import { adminPath, fetchJson } from '@/lib/client/fetch-json';
import { queryKeys } from '@/lib/client/query-keys';
import { segmentActions } from '@/lib/client/segment-actions';
import { refusalOf, useAction } from '@/lib/client/use-action';
import { usePages } from '@/lib/client/use-pages';
import type { Page } from '@/lib/services/page';
import { AddMembersDialog } from './add-members-dialog';
import type { SegmentPlace } from './segment-types';

interface Member {
  subject: string;
}

/** Every member, page after page, as a file. */
async function exportMembers({ project, segment, environment }: SegmentPlace): Promise<void> {
  const rows: string[][] = [['targetingKey']];
  let cursor: string | null = null;
  do {
    const page: Page<Member> = await fetchJson(
      adminPath(project, ['segments', segment.key, 'members'], { environment: environment.key, limit: 200, cursor }),
    );
    rows.push(...page.items.map(({ subject }) => [subject]));
    cursor = page.nextCursor;
  } while (cursor !== null);
  downloadText(`${segment.key}-${environment.key}.csv`, toCsv(rows));
}

/** The subjects that are listed one by one. */
export function MembersPanel(place: SegmentPlace) {
  const { project, segment, environment } = place;
  const t = useTranslations('segments.list');
  const client = useQueryClient();
  const router = useRouter();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed);
  const [isAdding, setIsAdding] = useState(false);
  const [selection, setSelection] = useState<Set<string>>(new Set());
  const [isRemoving, setIsRemoving] = useState(false);
  const [comment, setComment] = useState('');
  const canEdit = environment.can.editSegments;
  const list = usePages<Member>({
    project,
    queryKey: queryKeys.members(project, segment.key, environment.key, q),
    segments: ['segments', segment.key, 'members'],
    query: { environment: environment.key, q },
  });
  const refresh = async (): Promise<void> => {
    setSelection(new Set());
    await client.invalidateQueries({ queryKey: queryKeys.segments(project) });
    router.refresh();
  };
  const remove = useAction(segmentActions(project).removeMembers, {
    onSuccess: async () => {
      toast.success(t('removed', { count: selection.size }));
      await refresh();
    },
    onError: (error) => toast.error(refusalOf(error)?.message ?? t('failed')),
  });
  return (
    <section className="grid min-w-0 gap-3" aria-label={t('title')}>
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="text-sm font-semibold">{t('title')}</h2>
        <span className="text-sm text-muted-foreground">{t('count', { count: segment.memberCount })}</span>
        <div className="flex flex-wrap items-center gap-2 sm:ml-auto">
          <SearchInput
            value={typed}
            onChange={setTyped}
            label={t('search')}
            className="w-56 max-sm:w-full max-sm:max-w-none"
          />
          <Button
            variant="outline"
            onClick={() => void exportMembers(place).catch(() => toast.error(t('failed')))}
            disabled={segment.memberCount === 0}
          >
            <Download />
            {t('export')}
          </Button>
          <Button variant="outline" disabled={!canEdit || selection.size === 0} onClick={() => setIsRemoving(true)}>
            <UserMinus />
            {t('remove', { count: selection.size })}
          </Button>
          <Button disabled={!canEdit} onClick={() => setIsAdding(true)}>
            <Plus />
            {t('add')}
          </Button>
        </div>
      </div>
      <DataTable
        label={t('title')}
        className="max-h-96"
        columns={[
          {
            id: 'subject',
            header: t('subject'),
            track: 'minmax(10rem, 1fr)',
            cell: ({ subject }) => <code className="truncate font-mono text-xs">{subject}</code>,
          },
        ]}
        rows={list.rows}
        total={list.total}
        rowKey={({ subject }) => subject}
        rowHeight={36}
        onEndReached={() => void list.fetchNextPage()}
        isLoadingMore={list.isFetchingNextPage || list.isLoading}
        hasLoadError={list.isFetchNextPageError}
        selection={canEdit ? selection : undefined}
        onSelectionChange={canEdit ? setSelection : undefined}
        empty={
          q ? <EmptyState title={t('noMatch')} /> : <EmptyState title={t('emptyTitle')} description={t('emptyHint')} />
        }
      />
      <AddMembersDialog {...place} open={isAdding} onClose={() => setIsAdding(false)} onDone={() => void refresh()} />
      <ConfirmDialog
        open={isRemoving}
        onOpenChange={setIsRemoving}
        title={t('removeTitle', { count: selection.size })}
        description={t('removeHint', { name: environment.name })}
        confirmLabel={t('remove', { count: selection.size })}
        typedName={environment.protected ? environment.name : undefined}
        disabled={environment.requireComment && comment.trim() === ''}
        onConfirm={async () => {
          const subjects = [...selection];
          await remove.mutateAsync({
            key: segment.key,
            environment: environment.key,
            subjects,
            comment: comment.trim() || undefined,
          });
          setComment('');
        }}
      >
        <CommentField value={comment} onChange={setComment} isRequired={environment.requireComment} />
      </ConfirmDialog>
    </section>
  );
}
