'use client';

import { ChevronRight, RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CodeBlock } from '@/components/flags/snippets/code-block';
import { RelativeTime } from '@/components/shared/relative-time';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Collapsible, CollapsibleContent, CollapsibleTrigger } from '@/components/ui/collapsible';
import type { DeliveryStatus, DeliveryView } from '@/lib/services/webhooks/types';
import { useSentWords } from './use-sent-words';
import { useTopicWords } from './use-topic-words';

const TONES = { waiting: 'secondary', delivered: 'success', failed: 'destructive' } as const;

export function DeliveryBadge({ status }: { status: DeliveryStatus }) {
  const t = useTranslations('webhooks.status');
  return <Badge variant={TONES[status]}>{t(status)}</Badge>;
}

/** JSON as people read it; what is none as it is. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** The last attempt in a line: HTTP status or why there is none, and how long it took. */
export function AttemptLine({ delivery }: { delivery: DeliveryView }) {
  const t = useTranslations('webhooks');
  const wordsOf = useSentWords();
  const { answer, error, took, attempts } = delivery;
  const parts = [
    answer === null ? null : `HTTP ${answer}`,
    error === null ? null : wordsOf(error),
    took === null ? null : t('took', { ms: took }),
    attempts > 0 ? t('attempts', { count: attempts }) : null,
  ];
  return <span>{parts.filter((part) => part !== null).join(' · ')}</span>;
}

interface DeliveryItemProps {
  delivery: DeliveryView;
  /** Absent: it cannot be sent again. */
  onRedeliver?: () => void;
  isBusy: boolean;
}

/** One event on its way: what became of it, what was sent and what was answered. */
export function DeliveryItem({ delivery, onRedeliver, isBusy }: DeliveryItemProps) {
  const t = useTranslations('webhooks');
  const wordsOf = useTopicWords();
  const { topic, status, createdAt, nextAt, body, response, id } = delivery;
  return (
    <Collapsible asChild>
      <li className="px-4 py-2.5">
        <CollapsibleTrigger className="group flex w-full min-w-0 items-start gap-2.5 rounded-sm text-left">
          <ChevronRight
            aria-hidden="true"
            className="mt-0.5 size-4 shrink-0 text-muted-foreground transition-transform group-data-[state=open]:rotate-90"
          />
          <span className="grid min-w-0 flex-1 gap-0.5">
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="text-sm font-medium">{wordsOf(topic)}</span>
              <DeliveryBadge status={status} />
              <RelativeTime at={createdAt} className="text-xs text-muted-foreground" />
            </span>
            <span className="text-xs text-muted-foreground">
              <AttemptLine delivery={delivery} />
              {nextAt && (
                <>
                  {' · '}
                  {t('next')} <RelativeTime at={nextAt} />
                </>
              )}
            </span>
          </span>
        </CollapsibleTrigger>
        <CollapsibleContent className="grid min-w-0 grid-cols-1 gap-3 pt-3 pl-6.5">
          <code className="truncate font-mono text-xs text-muted-foreground">{id}</code>
          <CodeBlock code={indented(body)} label={t('body')} />
          {response !== null && (
            <section className="grid min-w-0 grid-cols-1 gap-1.5">
              <h3 className="text-xs font-medium">{t('response')}</h3>
              <CodeBlock code={response} label={t('response')} />
            </section>
          )}
          {onRedeliver && (
            <Button variant="outline" size="sm" className="justify-self-start" disabled={isBusy} onClick={onRedeliver}>
              <RotateCw />
              {t('redeliver')}
            </Button>
          )}
        </CollapsibleContent>
      </li>
    </Collapsible>
  );
}
