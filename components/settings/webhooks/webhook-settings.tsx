'use client';

import { Plus, Webhook } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { EmptyState } from '@/components/shared/empty-state';
import { Button } from '@/components/ui/button';
import { useSettingsAction } from '@/lib/client/use-settings-action';
import { webhookActions } from '@/lib/client/webhook-actions';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { DeliveryView, WebhookView } from '@/lib/services/webhooks/types';
import { DeliveryLog } from './delivery-log';
import { RotateDialog } from './rotate-dialog';
import { TestResult } from './test-result';
import { WebhookDialog } from './webhook-dialog';
import { type WebhookAct, WebhookRow } from './webhook-row';

interface WebhookSettingsProps {
  project: string;
  environments: readonly EnvironmentView[];
  webhooks: readonly WebhookView[];
  /** Every event there is. */
  topics: readonly string[];
}

type Open = { act: 'edit'; webhook: 'new' | WebhookView } | { act: 'log' | 'rotate' | 'remove'; webhook: WebhookView };

/** Where the project’s events are sent. */
export function WebhookSettings({ project, environments, webhooks, topics }: WebhookSettingsProps) {
  const t = useTranslations('webhooks');
  const [open, setOpen] = useState<Open | null>(null);
  const [sent, setSent] = useState<{ name: string; delivery: DeliveryView } | null>(null);
  const actions = webhookActions(project);
  const turn = useSettingsAction(actions.update, ({ enabled }) => t(enabled ? 'turnedOn' : 'turnedOff'));
  const remove = useSettingsAction(actions.remove, () => t('removed'));
  const test = useSettingsAction(actions.test, (delivery, { id }) => {
    setSent({ name: webhooks.find((each) => each.id === id)?.name ?? '', delivery });
    return null;
  });
  const act = (webhook: WebhookView, what: WebhookAct): void => {
    const { id, version, enabled } = webhook;
    if (what === 'turn') turn.mutate({ id, version, enabled: !enabled });
    else if (what === 'test') test.mutate({ id });
    else setOpen({ act: what, webhook });
  };
  const close = (): void => setOpen(null);
  const create = (
    <Button onClick={() => setOpen({ act: 'edit', webhook: 'new' })}>
      <Plus />
      {t('createTitle')}
    </Button>
  );
  // What the list says now, as a dialog may be open for long.
  const fresh = (webhook: WebhookView): WebhookView => webhooks.find(({ id }) => id === webhook.id) ?? webhook;
  return (
    <section className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-sm text-muted-foreground">{t('intro')}</p>
        {webhooks.length > 0 && create}
      </div>
      {webhooks.length === 0 ? (
        <EmptyState
          icon={<Webhook />}
          title={t('empty.title')}
          description={t('empty.description')}
          action={create}
          className="max-w-none rounded-lg border"
        />
      ) : (
        <ul aria-label={t('title')} className="divide-y rounded-lg border bg-card">
          {webhooks.map((webhook) => (
            <WebhookRow
              key={webhook.id}
              webhook={webhook}
              environments={environments}
              isBusy={turn.isPending || test.isPending}
              onAct={(what) => act(webhook, what)}
            />
          ))}
        </ul>
      )}
      <WebhookDialog
        project={project}
        topics={topics}
        environments={environments}
        webhook={open?.act === 'edit' ? open.webhook : null}
        onClose={close}
      />
      {open?.act === 'rotate' && <RotateDialog project={project} webhook={fresh(open.webhook)} onClose={close} />}
      {open?.act === 'log' && <DeliveryLog project={project} webhook={fresh(open.webhook)} onClose={close} />}
      {sent && <TestResult name={sent.name} sent={sent.delivery} onClose={() => setSent(null)} />}
      <ConfirmDialog
        open={open?.act === 'remove'}
        onOpenChange={(isOpen) => !isOpen && close()}
        title={open?.act === 'remove' && t('removeTitle', { name: open.webhook.name })}
        description={t('removeHint')}
        confirmLabel={t('remove')}
        destructive
        onConfirm={async () => {
          if (open?.act === 'remove') await remove.mutateAsync({ id: open.webhook.id });
        }}
      />
    </section>
  );
}
