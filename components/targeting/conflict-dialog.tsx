'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { RelativeTime } from '@/components/shared/relative-time';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog';
import { describe } from '@/lib/changes/describe';
import { diff } from '@/lib/changes/diff';
import type { Instruction } from '@/lib/changes/types';
import { queryKeys } from '@/lib/client/query-keys';
import { fetchRevisions } from '@/lib/client/use-revisions';
import type { Configuration } from '@/lib/engine/types';
import { rebase } from './rebase';
import { SentenceList } from './sentence-list';
import { useTargeting } from './targeting-context';

export interface ConflictDialogProps {
  /** What one's own changes were made on. */
  base: Configuration;
  /** What is stored now. */
  current: Configuration;
  instructions: readonly Instruction[];
  onClose: () => void;
  /** Goes on from what is stored, with one's own changes on top. */
  onReapply: (configuration: Configuration) => void;
  onDiscard: () => void;
}

/** Someone else saved a change to the same thing: shows what, and offers to go on from there. */
export function ConflictDialog({ base, current, instructions, ...act }: ConflictDialogProps) {
  const t = useTranslations('targeting.conflict');
  const { flag } = useTargeting();
  const theirs = useMemo(() => {
    const subject = { definition: flag, configuration: base };
    return describe(subject, diff(subject, current));
  }, [flag, base, current]);
  const rebased = useMemo(
    () => rebase({ definition: flag, configuration: current }, base, instructions),
    [flag, current, base, instructions],
  );
  const mine = useMemo(
    () => describe({ definition: flag, configuration: current }, rebased.kept),
    [flag, current, rebased],
  );
  return (
    <Dialog open onOpenChange={(open) => !open && act.onClose()}>
      <DialogContent className="max-w-2xl">
        <DialogHeader>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t('description')}</DialogDescription>
        </DialogHeader>
        <div className="grid gap-4">
          <section aria-label={t('theirs')} className="grid gap-2 rounded-md border bg-muted/50 p-3">
            <h3 className="text-[13px] font-semibold">{t('theirs')}</h3>
            <SavedBy since={base.version} until={current.version} />
            <SentenceList sentences={theirs} className="max-h-40 overflow-y-auto" />
          </section>
          <section aria-label={t('mine')} className="grid gap-2 rounded-md border p-3">
            <h3 className="text-[13px] font-semibold">{t('mine')}</h3>
            {mine.length > 0 ? (
              <SentenceList sentences={mine} className="max-h-40 overflow-y-auto" />
            ) : (
              <p className="text-[13px] text-muted-foreground">{t('nothingLeft')}</p>
            )}
            {rebased.dropped.length > 0 && (
              <div className="grid gap-1 border-t pt-2">
                <p className="text-[13px] text-warning">{t('dropped', { count: rebased.dropped.length })}</p>
                <SentenceList sentences={rebased.dropped} className="text-[13px] text-muted-foreground" />
              </div>
            )}
          </section>
        </div>
        <DialogFooter>
          <Button variant="destructive-outline" onClick={act.onDiscard}>
            {t('discard')}
          </Button>
          <Button onClick={() => act.onReapply(rebased.configuration)}>{t('reapply')}</Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

/** Who saved, and when. */
function SavedBy({ since, until }: { since: number; until: number }) {
  const t = useTranslations('targeting.conflict');
  const { project, flag, environment } = useTargeting();
  const revisions = useQuery({
    queryKey: [...queryKeys.revisions(project, flag.key, environment.key), 'since', since, until],
    queryFn: ({ signal }) =>
      fetchRevisions(project, flag.key, environment.key, { limit: Math.min(200, Math.max(1, until - since)), signal }),
  });
  const shown = revisions.data?.items.filter(({ version }) => version > since) ?? [];
  if (shown.length === 0) return null;
  return (
    <ul className="grid gap-0.5 text-[13px] text-muted-foreground">
      {shown.map(({ version, actor, at, comment }) => (
        <li key={version}>
          {t.rich('savedBy', {
            name: actor.name,
            version,
            time: () => <RelativeTime at={at} />,
            strong: (chunks) => <span className="font-medium text-foreground">{chunks}</span>,
          })}
          {comment && <q className="ml-1 italic">{comment}</q>}
        </li>
      ))}
    </ul>
  );
}
