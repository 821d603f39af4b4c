'use client';

import { useTranslations } from 'next-intl';
import { CodeBlock } from '@/components/flags/snippets/code-block';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog';
import type { DeliveryView } from '@/lib/services/webhooks/types';
import { AttemptLine, DeliveryBadge } from './delivery-item';

/** What came of an example that was sent: status, time and the beginning of the answer. */
export function TestResult({ name, sent, onClose }: { name: string; sent: DeliveryView; onClose: () => void }) {
  const t = useTranslations('webhooks');
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-lg">
        <DialogHeader>
          <DialogTitle>{t('tested', { name })}</DialogTitle>
          <DialogDescription>{t(sent.status === 'delivered' ? 'testedWell' : 'testedBadly')}</DialogDescription>
        </DialogHeader>
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <DeliveryBadge status={sent.status} />
          <AttemptLine delivery={sent} />
        </p>
        {sent.response !== null && <CodeBlock code={sent.response} label={t('response')} />}
        <DialogFooter>
          <Button onClick={onClose}>{t('done')}</Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
