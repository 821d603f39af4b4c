'use client';

import { useTranslations } from 'next-intl';
import { CodeBlock } from '@/components/flags/snippets/code-block';
import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog';
import { SecretOnce } from '../secret-once';
import { VERIFY_SNIPPET } from './verify-snippet';

/** A fresh secret, this once, and what to do with it. */
export function WebhookSecret({ secret, hint, onDone }: { secret: string; hint: string; onDone: () => void }) {
  const t = useTranslations('webhooks');
  return (
    <div className="grid min-w-0 grid-cols-1 gap-4">
      <SecretOnce value={secret} label={t('secret')} hint={hint} />
      <section className="grid min-w-0 grid-cols-1 gap-2">
        <h3 className="text-sm font-medium">{t('verify')}</h3>
        <CodeBlock code={VERIFY_SNIPPET} label={t('verify')} />
      </section>
      <DialogFooter>
        <Button onClick={onDone}>{t('done')}</Button>
      </DialogFooter>
    </div>
  );
}
