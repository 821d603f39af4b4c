'use client';

import { History, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { WithReason } from '@/components/flag-page/with-reason';
import { RelativeTime } from '@/components/shared/relative-time';
import { SentenceList } from '@/components/targeting/sentence-list';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { cn } from '@/components/ui/cn';
import type { RevisionView } from '@/lib/services/configurations/types';

export interface RevisionItemProps {
  revision: RevisionView;
  isCurrent: boolean;
  isCompared: boolean;
  canRevert: boolean;
  environment: string;
  onToggleCompared: () => void;
  onRevert: () => void;
  onLookBack: () => void;
}

/** One revision: what it did, who made it, when, why and by which way. */
export function RevisionItem({ revision, isCurrent, isCompared, canRevert, environment, ...act }: RevisionItemProps) {
  const t = useTranslations('history');
  const { version, at, actor, via, comment, messages, instructions } = revision;
  return (
    <li className={cn('flex gap-3 px-4 py-3', isCompared && 'bg-primary/5')}>
      <Checkbox
        checked={isCompared}
        onCheckedChange={act.onToggleCompared}
        aria-label={t('select', { version })}
        className="mt-0.5"
      />
      <div className="grid min-w-0 flex-1 gap-1.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[13px]">
          <span className="font-mono text-xs font-medium tabular-nums">{t('version', { version })}</span>
          {isCurrent && <Badge variant="success">{t('current')}</Badge>}
          <span className="font-medium">{actor.name}</span>
          <RelativeTime at={at} className="text-muted-foreground" />
          <Badge variant="outline">{t.has(`via.${via}`) ? t(`via.${via}`) : via}</Badge>
        </div>
        {messages.length > 0 ? (
          <SentenceList sentences={messages} />
        ) : (
          <p className="text-sm text-muted-foreground">{t(instructions.length === 0 ? 'created' : 'unreadable')}</p>
        )}
        {comment && (
          <blockquote className="border-l-2 pl-3 text-[13px] break-words text-muted-foreground">{comment}</blockquote>
        )}
      </div>
      <div className="flex shrink-0 items-start gap-1 max-sm:flex-col">
        <Button variant="ghost" size="xs" aria-label={t('lookBackAt', { version })} onClick={act.onLookBack}>
          <History />
          <span className="max-md:hidden">{t('lookBack')}</span>
        </Button>
        {!isCurrent && (
          <WithReason reason={canRevert ? null : t('forbidden', { environment })}>
            <Button
              variant="ghost"
              size="xs"
              disabled={!canRevert}
              aria-label={t('revertTo', { version })}
              onClick={act.onRevert}
            >
              <RotateCcw />
              <span className="max-md:hidden">{t('revert.button')}</span>
            </Button>
          </WithReason>
        )}
      </div>
    </li>
  );
}
