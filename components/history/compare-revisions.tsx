'use client';

import { useTranslations } from 'next-intl';
import type { FlagSummary } from '@/components/flag-page/flag-page-types';
import { DiffView } from '@/components/shared/diff-view';
import { configurationOf, draftOf } from '@/components/targeting/draft';
import { SentenceList } from '@/components/targeting/sentence-list';
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { describe } from '@/lib/changes/describe';
import { diff } from '@/lib/changes/diff';
import { useRevision } from '@/lib/client/use-revision';

export interface CompareRevisionsProps {
  project: string;
  flag: FlagSummary;
  environment: string;
  /** The older first. */
  versions: [number, number];
  onClose: () => void;
}

/** What happened between two versions. */
export function CompareRevisions({ project, flag, environment, versions, onClose }: CompareRevisionsProps) {
  const t = useTranslations('history');
  const [older, newer] = versions;
  const before = useRevision(project, flag.key, environment, older);
  const after = useRevision(project, flag.key, environment, newer);
  const hasFailed = before.isError || after.isError;
  const both = before.data && after.data ? [configurationOf(before.data), configurationOf(after.data)] : null;
  const [from, to] = both ?? [];
  const sentences =
    from && to
      ? describe({ definition: flag, configuration: from }, diff({ definition: flag, configuration: from }, to))
      : [];
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-4xl">
        <DialogHeader>
          <DialogTitle>{t('compareTitle', { older, newer })}</DialogTitle>
          <DialogDescription>{t('compareDescription')}</DialogDescription>
        </DialogHeader>
        {hasFailed && <p className="text-sm text-destructive-text">{t('failed')}</p>}
        {!hasFailed && !both && <Skeleton className="h-48 w-full rounded-md" />}
        {from && to && (
          <div className="grid min-w-0 gap-4">
            {sentences.length > 0 && <SentenceList sentences={sentences} className="max-h-48 overflow-y-auto" />}
            <DiffView before={draftOf(flag, from)} after={draftOf(flag, to)} defaultLayout="split" />
          </div>
        )}
      </DialogContent>
    </Dialog>
  );
}
