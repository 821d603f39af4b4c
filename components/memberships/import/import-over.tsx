'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog';
import type { Outcome } from './use-import';

interface Props {
  outcome: Outcome;
  onAgain: () => void;
  onClose: () => void;
}

/** What became of an import: what was stored stays, also where it was stopped. */
export function ImportOver({ outcome, onAgain, onClose }: Props) {
  const t = useTranslations('memberships.import');
  const { kind, added, present, left, waiting, request, message } = outcome;
  return (
    <div className="grid gap-4">
      <div role={kind === 'failed' ? 'alert' : 'status'} className="grid gap-1 text-sm">
        <p className="font-medium">{t(`over.${kind}`, { count: added })}</p>
        {waiting > 0 && <p>{t('over.waiting', { count: waiting, number: request ?? 0 })}</p>}
        {present > 0 && <p className="text-muted-foreground">{t('present', { count: present })}</p>}
        {left > 0 && <p className="text-muted-foreground">{t('over.left', { count: left })}</p>}
        {message !== null && <p className="text-destructive-text">{message}</p>}
      </div>
      <DialogFooter>
        <Button variant="outline" onClick={onAgain}>
          {t('another')}
        </Button>
        <Button onClick={onClose}>{t('close')}</Button>
      </DialogFooter>
    </div>
  );
}
