'use client';

import { RefreshCw, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ExactInstant } from '@/components/requests/exact-instant';
import { Button } from '@/components/ui/button';
import { useRequestAct } from '@/lib/client/use-request-acts';
import { isOpen, isTheirs, type RequestPlace } from './request-place';

/** What stands in the way of applying it, with the way out; or when it is applied by itself. */
export function RequestNotice(place: RequestPlace) {
  const { project, request, can } = place;
  const t = useTranslations('requests.notice');
  const errors = useTranslations('errors');
  const rebase = useRequestAct(project, request.id, 'rebase');
  const { problem, applyAt } = request;
  if (!isOpen(request)) return null;
  if (!problem) {
    if (applyAt === null) return null;
    return (
      <p className="rounded-md border bg-muted/40 px-3 py-2 text-sm">
        {t('scheduled')} <ExactInstant at={applyAt} />
      </p>
    );
  }
  // A sentence with parameters needs what only the refusal has.
  const isPlain = errors.has(problem.code) && !String(errors.raw(problem.code)).includes('{');
  const isMovable = problem.kind === 'conflict' && (isTheirs(place) || can.approve);
  return (
    <div
      role="alert"
      className="flex flex-wrap items-start gap-3 rounded-md border border-warning/60 bg-warning/10 px-3 py-2.5"
    >
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warning-text" />
      <div className="grid min-w-0 flex-1 basis-64 gap-0.5 text-sm">
        <p className="font-medium">{t(problem.kind === 'conflict' ? 'stale' : 'impossible')}</p>
        <p className="text-muted-foreground">
          {problem.kind === 'conflict' ? t('staleMeans') : isPlain ? errors(problem.code) : problem.issues[0]?.message}
        </p>
      </div>
      {isMovable && (
        <Button variant="outline" size="sm" disabled={rebase.isPending} onClick={() => rebase.mutate({})}>
          <RefreshCw />
          {t('rebase')}
        </Button>
      )}
    </div>
  );
}
