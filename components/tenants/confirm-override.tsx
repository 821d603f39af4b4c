'use client';

import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { CommentField } from '@/components/targeting/comment-field';
import { withOverride } from '@/lib/client/shown-override';
import type { OverrideWrite } from '@/lib/client/use-override';
import type { TenantPlace } from './tenant-place';
import { useValueWords } from './use-value-words';

export interface ConfirmOverrideProps {
  place: TenantPlace;
  /** Null while there is nothing to confirm. */
  request: OverrideWrite | null;
  onClose: () => void;
  onConfirm: (request: OverrideWrite) => Promise<unknown>;
}

/** Asks before an override in a protected environment, or one that wants a comment: what is now, what will be. */
export function ConfirmOverride({ place, request, onClose, onConfirm }: ConfirmOverrideProps) {
  const t = useTranslations('tenants.confirm');
  const words = useValueWords();
  const [comment, setComment] = useState('');
  // While the dialog fades out it still says what it asked.
  const [shown, setShown] = useState(request);
  if (request !== null && request !== shown) setShown(request);
  if (shown === null) return null;
  const { flag, value } = shown;
  const { tenant, environment } = place;
  const isRequired = environment.requireComment === true;
  const after = withOverride(flag, value);
  const said = (each: typeof flag): string => (each.overridden ? words.value(each) : words.source(each));
  const close = (): void => {
    setComment('');
    onClose();
  };
  return (
    <ConfirmDialog
      open={request !== null}
      onOpenChange={(open) => !open && close()}
      title={t(value === null ? 'clearTitle' : 'setTitle', { flag: flag.name, tenant: tenant.name })}
      description={t('description', { environment: environment.name, tenant: tenant.name })}
      confirmLabel={t(value === null ? 'clear' : 'set')}
      disabled={isRequired && comment.trim() === ''}
      onConfirm={async () => void (await onConfirm({ ...shown, comment: comment.trim() || undefined }))}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border bg-muted/40 px-3 py-2 text-sm">
        <code className="min-w-0 truncate font-mono text-xs">{flag.key}</code>
        <EnvironmentBadge environment={environment} />
        <span className="ml-auto inline-flex items-center gap-2">
          <del className="text-muted-foreground">{said(flag)}</del>
          <ArrowRight aria-hidden="true" className="size-4 text-muted-foreground" />
          <ins className="font-medium no-underline">{said(after)}</ins>
        </span>
      </div>
      <CommentField isRequired={isRequired} value={comment} onChange={setComment} />
    </ConfirmDialog>
  );
}
