'use client';

import { Inbox, RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/shared/empty-state';
import { ErrorState } from '@/components/shared/error-state';
import { Button } from '@/components/ui/button';
import { Sheet, SheetContent, SheetDescription, SheetHeader, SheetTitle } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { useDeliveries } from '@/lib/client/use-deliveries';
import { useSettingsAction } from '@/lib/client/use-settings-action';
import { webhookActions } from '@/lib/client/webhook-actions';
import type { WebhookView } from '@/lib/services/webhooks/types';
import { DeliveryItem } from './delivery-item';

interface DeliveryLogProps {
  project: string;
  webhook: WebhookView;
  onClose: () => void;
}

function Log({ project, webhook }: Omit<DeliveryLogProps, 'onClose'>) {
  const t = useTranslations('webhooks');
  const log = useDeliveries(project, webhook.id);
  const redeliver = useSettingsAction(webhookActions(project).redeliver, () => {
    void log.refetch();
    return t('redelivered');
  });
  if (log.isError) return <ErrorState onRetry={() => void log.refetch()} />;
  if (log.isPending) {
    return (
      <div className="grid gap-3 p-4" aria-busy="true">
        {[0, 1, 2].map((row) => (
          <Skeleton key={row} className="h-10" />
        ))}
      </div>
    );
  }
  if (log.rows.length === 0)
    return <EmptyState icon={<Inbox />} title={t('log.empty')} description={t('log.emptyHint')} />;
  return (
    <>
      <ul aria-label={t('log.title')} className="divide-y border-y">
        {log.rows.map((delivery) => (
          <DeliveryItem
            key={delivery.id}
            delivery={delivery}
            isBusy={redeliver.isPending}
            onRedeliver={
              webhook.enabled ? () => redeliver.mutate({ id: webhook.id, delivery: delivery.id }) : undefined
            }
          />
        ))}
      </ul>
      {log.hasNextPage && (
        <Button variant="ghost" className="m-4" disabled={log.isFetching} onClick={() => void log.fetchNextPage()}>
          {t('log.more')}
        </Button>
      )}
      <Button variant="ghost" className="m-4" disabled={log.isFetching} onClick={() => void log.refetch()}>
        <RotateCw />
        {t('log.refresh')}
      </Button>
    </>
  );
}

/** What was sent to a webhook, or waits to be, newest first. */
export function DeliveryLog({ project, webhook, onClose }: DeliveryLogProps) {
  const t = useTranslations('webhooks');
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent className="w-full overflow-y-auto p-0 sm:max-w-xl">
        <SheetHeader className="p-4">
          <SheetTitle>{t('log.of', { name: webhook.name })}</SheetTitle>
          <SheetDescription>{t('log.hint')}</SheetDescription>
        </SheetHeader>
        <Log project={project} webhook={webhook} />
      </SheetContent>
    </Sheet>
  );
}
