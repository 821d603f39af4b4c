'use client';

import { History } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DiffView } from '@/components/shared/diff-view';
import { KeyText } from '@/components/shared/key-text';
import { RelativeTime } from '@/components/shared/relative-time';
import { Button } from '@/components/ui/button';
import { Sheet, SheetContent, SheetDescription, SheetHeader, SheetTitle } from '@/components/ui/sheet';
import type { AuditView } from '@/lib/services/audit/types';
import { aboutOf } from './about-of';
import { useActionText } from './use-action-text';

export interface AuditEntrySheetProps {
  project: string;
  /** Null while none is open. */
  entry: AuditView | null;
  onClose: () => void;
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-2 py-1">
      <dt className="text-muted-foreground">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

/** Everything one entry says: who, when, via what, why, and what was before and after. */
export function AuditEntrySheet({ project, entry, onClose }: AuditEntrySheetProps) {
  const t = useTranslations('audit');
  const actionText = useActionText();
  const about = entry && aboutOf(entry);
  const history =
    entry?.flag && entry.environment && entry.action.startsWith('config.')
      ? `/p/${project}/flags/${encodeURIComponent(entry.flag)}/history?env=${encodeURIComponent(entry.environment)}`
      : null;
  return (
    <Sheet open={entry !== null} onOpenChange={(open) => !open && onClose()}>
      <SheetContent side="right" className="w-full overflow-y-auto sm:max-w-2xl">
        {entry && (
          <>
            <SheetHeader>
              <SheetTitle>{actionText(entry.action)}</SheetTitle>
              <SheetDescription>
                {entry.actor.name} · <RelativeTime at={entry.at} />
              </SheetDescription>
            </SheetHeader>
            <div className="grid gap-5 px-4 pb-6 text-sm">
              <dl className="divide-y">
                {about !== null && (
                  <Fact term={t('column.about')}>
                    <KeyText value={about} />
                  </Fact>
                )}
                {entry.environment && <Fact term={t('column.environment')}>{entry.environment}</Fact>}
                <Fact term={t('column.via')}>{t.has(`via.${entry.via}`) ? t(`via.${entry.via}`) : entry.via}</Fact>
                {entry.comment && <Fact term={t('comment')}>{entry.comment}</Fact>}
                <Fact term={t('requestId')}>
                  <KeyText value={entry.requestId} />
                </Fact>
              </dl>
              {entry.erased ? (
                <p className="rounded-md border bg-muted/40 px-3 py-2 text-muted-foreground">{t('erased')}</p>
              ) : (
                <DiffView before={entry.before} after={entry.after} />
              )}
              {history && (
                <Button asChild variant="outline" className="w-fit">
                  <Link href={history}>
                    <History />
                    {t('openHistory')}
                  </Link>
                </Button>
              )}
            </div>
          </>
        )}
      </SheetContent>
    </Sheet>
  );
}
