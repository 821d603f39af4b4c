'use client';

import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import type { SwitchRequest } from '@/lib/client/use-switch-flag';
import { CommentField } from '@/components/targeting/comment-field';

export interface ConfirmSwitchProps {
  /** Null while there is nothing to confirm. */
  request: SwitchRequest | null;
  onClose: () => void;
  onConfirm: (request: SwitchRequest) => Promise<unknown>;
}

const LABELS = { on: 'turnOn', off: 'turnOff', default: 'follow' } as const;

/** Asks before a switch in a protected environment, or one that wants a comment: what is now, what will be. */
export function ConfirmSwitch({ request, onClose, onConfirm }: ConfirmSwitchProps) {
  const t = useTranslations('flags');
  const [comment, setComment] = useState('');
  // While the dialog fades out it still says what it asked.
  const [shown, setShown] = useState(request);
  if (request !== null && request !== shown) setShown(request);
  if (shown === null) return null;
  const { flag, environment, from, to } = shown;
  const close = (): void => {
    setComment('');
    onClose();
  };
  return (
    <ConfirmDialog
      open={request !== null}
      onOpenChange={(open) => !open && close()}
      title={t(`confirm.${to}`, { flag, environment: environment.name })}
      description={t(environment.protected ? 'confirm.protected' : 'confirm.description')}
      confirmLabel={t(`confirm.${LABELS[to]}`)}
      disabled={environment.requireComment && comment.trim() === ''}
      onConfirm={async () => void (await onConfirm({ ...shown, comment: comment.trim() || undefined }))}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border bg-muted/40 px-3 py-2 text-sm">
        <code className="min-w-0 truncate font-mono text-xs">{flag}</code>
        <EnvironmentBadge environment={environment} />
        <span className="ml-auto inline-flex items-center gap-2">
          <del className="text-muted-foreground">{t(`state.${from}`)}</del>
          <ArrowRight aria-hidden="true" className="size-4 text-muted-foreground" />
          <ins className="font-medium no-underline">{t(`state.${to}`)}</ins>
        </span>
      </div>
      <CommentField isRequired={environment.requireComment} value={comment} onChange={setComment} />
    </ConfirmDialog>
  );
}
