'use client';

import { Check, Clock, type LucideIcon, MessageSquare, Pencil, RefreshCw, TriangleAlert, Undo2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { RelativeTime } from '@/components/shared/relative-time';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { Label } from '@/components/ui/label';
import { Textarea } from '@/components/ui/textarea';
import { useRequestAct } from '@/lib/client/use-request-acts';
import type { RequestEvent } from '@/lib/services/approvals/types';
import { ExactInstant } from './exact-instant';
import type { RequestPlace } from './request-place';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  approve: Check,
  apply: Check,
  comment: MessageSquare,
  requestChanges: Pencil,
  rebase: RefreshCw,
  schedule: Clock,
  fail: TriangleAlert,
  reject: X,
  cancel: Undo2,
  revert: Undo2,
};

/** What was said and done, oldest first, and room for the next word. */
export function RequestEvents(place: RequestPlace) {
  const { request, can } = place;
  const t = useTranslations('requests.discussion');
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('title')}</CardTitle>
      </CardHeader>
      <CardContent className="grid min-w-0 gap-4">
        {request.events.length === 0 && <p className="text-sm text-muted-foreground">{t('nothing')}</p>}
        <ol className="grid gap-3 empty:hidden">
          {request.events.map((event, index) => (
            <Event key={`event-${index.toString()}`} event={event} isStale={event.revision < request.revision} />
          ))}
        </ol>
        {can.comment && <CommentBox {...place} />}
      </CardContent>
    </Card>
  );
}

function Event({ event: { kind, actor, at, body, revision }, isStale }: { event: RequestEvent; isStale: boolean }) {
  const t = useTranslations('requests.discussion');
  const errors = useTranslations('errors');
  const Icon = ICONS[kind] ?? MessageSquare;
  const isVoid = isStale && (kind === 'approve' || kind === 'requestChanges');
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2.5 text-sm">
      <Icon aria-hidden="true" className="mt-0.5 size-4 text-muted-foreground" />
      <div className="grid min-w-0 gap-1">
        <p className="flex flex-wrap items-baseline gap-x-1.5">
          <span className="font-medium">{actor.name}</span>
          <span>{t.has(`kind.${kind}`) ? t(`kind.${kind}`) : kind}</span>
          {kind === 'schedule' && body !== '' && <ExactInstant at={body} />}
          <RelativeTime at={at} className="text-xs text-muted-foreground" />
          {isVoid && <span className="text-xs text-muted-foreground">{t('void', { revision })}</span>}
        </p>
        {body !== '' && kind !== 'schedule' && (
          <p className="rounded-md border bg-muted/30 px-2.5 py-1.5 break-words whitespace-pre-wrap">
            {kind === 'fail' && errors.has(body) && !String(errors.raw(body)).includes('{') ? errors(body) : body}
          </p>
        )}
      </div>
    </li>
  );
}

function CommentBox({ project, request }: RequestPlace) {
  const t = useTranslations('requests.discussion');
  const id = useId();
  const [text, setText] = useState('');
  const say = useRequestAct(project, request.id, 'comment');
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        say.mutate({ comment: text.trim() }, { onSuccess: () => setText('') });
      }}
    >
      <Label htmlFor={id}>{t('comment')}</Label>
      <Textarea id={id} value={text} maxLength={10_000} onChange={(event) => setText(event.target.value)} />
      <Button
        type="submit"
        variant="outline"
        className="justify-self-start"
        disabled={text.trim() === '' || say.isPending}
      >
        {t('send')}
      </Button>
    </form>
  );
}
