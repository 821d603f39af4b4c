'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CopyButton } from '@/components/shared/copy-button';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog';
import type { CreatedApiKeyView } from '@/lib/services/keys/types';
import { SecretOnce } from '../secret-once';
import { KeyForm, type KeyFormProps } from './key-form';

export interface CreateKeyDialogProps extends Omit<KeyFormProps, 'onCreated'> {
  open: boolean;
  onClose: () => void;
}

/** A line that works as it stands, with the fresh key in it. */
function tryLine({ kind, key }: CreatedApiKeyView, origin: string): string {
  if (kind === 'admin') return `curl -s ${origin}/api/admin/me -H 'Authorization: Bearer ${key}'`;
  return [
    `curl -s ${origin}/api/flags -H 'Authorization: Bearer ${key}'`,
    `-H 'Content-Type: application/json' -d '{"context":{"targetingKey":"u1"}}'`,
  ].join(' \\\n  ');
}

/** Makes a key of one of the three kinds and shows it, this once, with a line to try. */
export function CreateKeyDialog({ open, onClose, ...rest }: CreateKeyDialogProps) {
  const t = useTranslations('settings.key');
  const router = useRouter();
  const [created, setCreated] = useState<CreatedApiKeyView | null>(null);
  const close = (): void => {
    setCreated(null);
    onClose();
    router.refresh();
  };
  return (
    <Dialog open={open} onOpenChange={(next) => !next && close()}>
      <DialogContent className="max-w-lg" isHeld={created !== null}>
        <DialogHeader>
          <DialogTitle>{t(created ? 'createdTitle' : 'createTitle')}</DialogTitle>
          <DialogDescription>{created ? created.name : t('createHint')}</DialogDescription>
        </DialogHeader>
        {created ? (
          <div className="grid gap-4">
            <SecretOnce value={created.key} label={t('secret')} hint={t('once')} />
            <div className="grid gap-1.5">
              <div className="flex items-center justify-between">
                <span className="text-sm font-medium">{t('try')}</span>
                <CopyButton value={tryLine(created, window.location.origin)} label={t('copyLine')} />
              </div>
              <pre
                // Focusable, so that the keyboard can scroll it.
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
                tabIndex={0}
                className="overflow-x-auto rounded-md border bg-muted/40 p-3 font-mono text-xs"
              >
                {tryLine(created, window.location.origin)}
              </pre>
            </div>
            <DialogFooter>
              <Button onClick={close}>{t('done')}</Button>
            </DialogFooter>
          </div>
        ) : (
          open && <KeyForm {...rest} onCreated={setCreated} />
        )}
      </DialogContent>
    </Dialog>
  );
}
