'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { CodeBlock } from '@/components/flags/snippets/code-block';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import type { EnvironmentView } from '@/lib/services/environments/types';
import { SecretOnce } from '../secret-once';
import { PROOF_PLATFORMS, PROOF_SNIPPETS } from './proof-snippets';
import { RenewSecret } from './renew-secret';

function ProofCode() {
  const t = useTranslations('settings.environment.signing');
  const code = (chunks: ReactNode) => <code className="font-mono text-xs">{chunks}</code>;
  return (
    <section className="grid min-w-0 gap-2">
      <h3 className="text-sm font-medium">{t('code')}</h3>
      <Tabs defaultValue="node" className="min-w-0 gap-3">
        <TabsList aria-label={t('code')}>
          {PROOF_PLATFORMS.map((platform) => (
            <TabsTrigger key={platform} value={platform}>
              {t(`platforms.${platform}`)}
            </TabsTrigger>
          ))}
        </TabsList>
        {PROOF_PLATFORMS.map((platform) => (
          <TabsContent key={platform} value={platform} className="min-w-0">
            <CodeBlock
              code={PROOF_SNIPPETS[platform].trimEnd()}
              label={t('codeFor', { name: t(`platforms.${platform}`) })}
            />
          </TabsContent>
        ))}
      </Tabs>
      <p className="text-[13px] text-muted-foreground">{t.rich('use', { code })}</p>
    </section>
  );
}

/** The secret takes the focus, as what was pressed to get it is gone. */
function FreshSecret({ value }: { value: string }) {
  const t = useTranslations('settings.environment.signing');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} role="group" aria-label={t('title')} className="outline-none">
      <SecretOnce value={value} label={t('title')} hint={t('once')} />
    </div>
  );
}

export interface SigningSecretDialogProps {
  project: string;
  environment: EnvironmentView;
  onClose: () => void;
}

/** What the signing secret of an environment is for, with a new one, which is shown this once. */
export function SigningSecretDialog({ project, environment, onClose }: SigningSecretDialogProps) {
  const t = useTranslations('settings.environment.signing');
  const [secret, setSecret] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-2xl" isHeld={secret !== null}>
        <DialogHeader>
          <DialogTitle className="flex flex-wrap items-center gap-2">
            {t('title')}
            <EnvironmentBadge environment={environment} />
          </DialogTitle>
          <DialogDescription>{t('purpose')}</DialogDescription>
        </DialogHeader>
        {secret === null ? (
          <div className="flex flex-wrap items-center justify-between gap-3 rounded-md border px-3 py-2.5">
            <p className="min-w-0 flex-1 basis-64 text-[13px] text-muted-foreground">{t('unseen')}</p>
            <Button variant="outline" className="max-sm:w-full" onClick={() => setIsAsking(true)}>
              {t('make')}
            </Button>
          </div>
        ) : (
          <FreshSecret value={secret} />
        )}
        <ProofCode />
        {secret !== null && (
          <DialogFooter>
            <Button onClick={onClose}>{t('done')}</Button>
          </DialogFooter>
        )}
        <RenewSecret
          project={project}
          environment={environment}
          open={isAsking}
          onOpenChange={setIsAsking}
          onMade={setSecret}
        />
      </DialogContent>
    </Dialog>
  );
}
