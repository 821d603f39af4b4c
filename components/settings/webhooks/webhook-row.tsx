'use client';

import { Ellipsis, KeyRound, ListTree, Pencil, Send, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { RelativeTime } from '@/components/shared/relative-time';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { Switch } from '@/components/ui/switch';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { WebhookView } from '@/lib/services/webhooks/types';
import { DeliveryBadge } from './delivery-item';

export type WebhookAct = 'edit' | 'log' | 'test' | 'rotate' | 'remove' | 'turn';

interface WebhookRowProps {
  webhook: WebhookView;
  environments: readonly EnvironmentView[];
  isBusy: boolean;
  onAct: (act: WebhookAct) => void;
}

function WebhookMenu({ webhook, onAct }: Pick<WebhookRowProps, 'webhook' | 'onAct'>) {
  const t = useTranslations('webhooks');
  const common = useTranslations('common');
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={t('actionsOf', { name: webhook.name })}>
          <Ellipsis />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem onSelect={() => onAct('edit')}>
          <Pencil />
          {common('edit')}
        </DropdownMenuItem>
        {webhook.secretAt !== null && (
          <DropdownMenuItem onSelect={() => onAct('rotate')}>
            <KeyRound />
            {t('rotateMenu')}
          </DropdownMenuItem>
        )}
        <DropdownMenuSeparator />
        <DropdownMenuItem variant="destructive" onSelect={() => onAct('remove')}>
          <Trash2 />
          {common('delete')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

/** What is wrong with it, if anything: turned off by itself, or nothing received for a while. */
function Trouble({ webhook }: { webhook: WebhookView }) {
  const t = useTranslations('webhooks');
  if (webhook.disabledReason) {
    return <p className="text-xs text-destructive-text">{t(`disabled.${webhook.disabledReason}`)}</p>;
  }
  if (!webhook.failingSince || !webhook.enabled) return null;
  return (
    <p className="text-xs text-destructive-text">
      {t('failingSince')} <RelativeTime at={webhook.failingSince} />
    </p>
  );
}

/** A webhook: where to, of what, how it goes, and what can be done with it. */
export function WebhookRow({ webhook, environments, isBusy, onAct }: WebhookRowProps) {
  const t = useTranslations('webhooks');
  const { name, url, format, topics, enabled, last } = webhook;
  const only = environments.filter(({ key }) => webhook.environments.includes(key));
  return (
    <li className="grid gap-2 px-4 py-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="grid min-w-0 flex-1 basis-56 gap-0.5">
          <span className="flex min-w-0 items-center gap-2">
            <span className="truncate text-sm font-medium">{name}</span>
            <Badge variant="outline">{t(`formats.${format}`)}</Badge>
          </span>
          <code className="truncate font-mono text-xs text-muted-foreground">{url}</code>
        </div>
        <div className="flex items-center gap-1">
          <Button variant="outline" size="sm" disabled={isBusy} onClick={() => onAct('test')}>
            <Send />
            {t('test')}
            <span className="sr-only"> {name}</span>
          </Button>
          <Button variant="outline" size="sm" onClick={() => onAct('log')}>
            <ListTree />
            {t('log.open')}
            <span className="sr-only"> {name}</span>
          </Button>
          <Switch
            className="mx-2"
            checked={enabled}
            disabled={isBusy}
            aria-label={t('isOn', { name })}
            onCheckedChange={() => onAct('turn')}
          />
          <WebhookMenu webhook={webhook} onAct={onAct} />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted-foreground">
        <span>{topics.length === 0 ? t('allEvents') : t('countEvents', { count: topics.length })}</span>
        {only.length === 0 ? (
          <span>{t('allEnvironments')}</span>
        ) : (
          only.map((environment) => (
            <EnvironmentBadge key={environment.key} environment={environment} variant="plain" />
          ))
        )}
        {last && (
          <span className="flex items-center gap-1.5">
            <DeliveryBadge status={last.status} />
            <RelativeTime at={last.at} />
          </span>
        )}
        {webhook.previousUntil && (
          <span>
            {t('previousUntil')} <RelativeTime at={webhook.previousUntil} />
          </span>
        )}
      </div>
      <Trouble webhook={webhook} />
    </li>
  );
}
