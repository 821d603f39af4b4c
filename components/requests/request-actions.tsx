'use client';

import { Check, Clock, Play, Undo2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { WithReason } from '@/components/flag-page/with-reason';
import { Button } from '@/components/ui/button';
import { type RequestActName, useRequestAct } from '@/lib/client/use-request-acts';
import { ActDialog, type AskedAct } from './act-dialog';
import { isOpen, isTheirs, type RequestPlace, whyNotApply, whyNotApprove } from './request-place';

/** What can be done with it; what cannot says why. */
export function RequestActions(place: RequestPlace) {
  const { project, request, can } = place;
  const t = useTranslations('requests.act');
  const [asked, setAsked] = useState<AskedAct | null>(null);
  const approve = useRequestAct(project, request.id, 'approve');
  const apply = useRequestAct(project, request.id, 'apply');
  const notApprove = whyNotApprove(place);
  const notApply = whyNotApply(place);
  const reason = (why: string | null): string | null => (why === null ? null : t(`why.${why}`));
  const ask = (name: RequestActName | 'schedule') => () => setAsked({ name });
  const isBusy = approve.isPending || apply.isPending;
  if (!isOpen(request)) {
    if (request.status !== 'applied') return null;
    return (
      <>
        <WithReason reason={can.comment ? null : t('why.forbidden')}>
          <Button variant="outline" disabled={!can.comment} onClick={ask('revert')}>
            <Undo2 />
            {t('revert')}
          </Button>
        </WithReason>
        <ActDialog {...place} asked={asked} onClose={() => setAsked(null)} />
      </>
    );
  }
  return (
    <>
      {(isTheirs(place) || can.approve) && (
        <Button variant="ghost" onClick={ask('cancel')}>
          {t('cancel')}
        </Button>
      )}
      {!isTheirs(place) && (
        <>
          <WithReason reason={reason(notApprove === 'already' ? null : notApprove)}>
            <Button
              variant="outline"
              disabled={notApprove !== null && notApprove !== 'already'}
              onClick={ask('reject')}
            >
              <X />
              {t('reject')}
            </Button>
          </WithReason>
          <WithReason reason={reason(notApprove === 'already' ? null : notApprove)}>
            <Button
              variant="outline"
              disabled={notApprove !== null && notApprove !== 'already'}
              onClick={ask('requestChanges')}
            >
              {t('requestChanges')}
            </Button>
          </WithReason>
        </>
      )}
      <WithReason reason={reason(notApprove)}>
        <Button
          variant={notApply === null ? 'outline' : 'default'}
          disabled={notApprove !== null || isBusy}
          onClick={() => approve.mutate({ revision: request.revision })}
        >
          <Check />
          {t('approve')}
        </Button>
      </WithReason>
      {(isTheirs(place) || can.approve) && (
        <Button variant="outline" onClick={ask('schedule')}>
          <Clock />
          {t('schedule')}
        </Button>
      )}
      <WithReason reason={reason(notApply)}>
        <Button
          variant={notApply === null ? 'default' : 'outline'}
          disabled={notApply !== null || isBusy}
          onClick={() => apply.mutate({})}
        >
          <Play />
          {t('apply')}
        </Button>
      </WithReason>
      <ActDialog {...place} asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}
