'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
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
import { useSettingsAction } from '@/lib/client/use-settings-action';
import { webhookActions } from '@/lib/client/webhook-actions';
import type { WebhookView } from '@/lib/services/webhooks/types';
import { WebhookSecret } from './webhook-secret';

interface RotateDialogProps {
  project: string;
  webhook: WebhookView;
  onClose: () => void;
}

/** The times of both secrets, and a new one, which is shown this once. */
export function RotateDialog({ project, webhook, onClose }: RotateDialogProps) {
  const t = useTranslations('webhooks');
  const common = useTranslations('common');
  const router = useRouter();
  const [secret, setSecret] = useState<string | null>(null);
  const rotate = useSettingsAction(webhookActions(project).rotate, (made) => {
    setSecret(made.secret);
    return null;
  });
  const close = (): void => {
    router.refresh();
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && close()}>
      <DialogContent className="max-w-xl" isHeld={secret !== null}>
        <DialogHeader>
          <DialogTitle>{t('rotateTitle', { name: webhook.name })}</DialogTitle>
          <DialogDescription>{t('rotateHint')}</DialogDescription>
        </DialogHeader>
        {secret !== null ? (
          <WebhookSecret secret={secret} hint={t('rotatedOnce')} onDone={close} />
        ) : (
          <>
            <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 text-sm">
              <dt className="text-muted-foreground">{t('secretSince')}</dt>
              <dd>
                <RelativeTime at={webhook.secretAt} />
              </dd>
              {webhook.previousUntil && (
                <>
                  <dt className="text-muted-foreground">{t('previousUntil')}</dt>
                  <dd>
                    <RelativeTime at={webhook.previousUntil} />
                  </dd>
                </>
              )}
            </dl>
            {webhook.previousUntil && <p className="text-[13px] text-warning">{t('rotateTwice')}</p>}
            <DialogFooter>
              <Button variant="outline" onClick={close}>
                {common('cancel')}
              </Button>
              <Button disabled={rotate.isPending} onClick={() => rotate.mutate({ id: webhook.id })}>
                {t('rotate')}
              </Button>
            </DialogFooter>
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}
