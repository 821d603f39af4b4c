'use client';

import { Archive, ArchiveRestore, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import type { FlagView } from '@/lib/services/flags/types';
import type { FlagPlace } from '../flag-context';
import { LifecycleDialog, type LifecycleRequest } from '../lifecycle-dialog';

/** Archiving, restoring, and deleting for good what is archived. */
export function DangerZone({ flag, ...place }: FlagPlace & { flag: FlagView }) {
  const { project, can } = place;
  const t = useTranslations('flags.details.danger');
  const router = useRouter();
  const [request, setRequest] = useState<LifecycleRequest | null>(null);
  if (!can.editFlags) return null;
  const ask = (step: LifecycleRequest['step']): void => setRequest({ step, flag });
  return (
    <Card className="border-destructive/40">
      <CardHeader>
        <CardTitle>{t('title')}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-4">
        {flag.archived ? (
          <Step text={t('restore')}>
            <Button variant="outline" onClick={() => ask('restore')}>
              <ArchiveRestore />
              {t('restoreButton')}
            </Button>
          </Step>
        ) : (
          <Step text={t('archive')}>
            <Button variant="destructive-outline" onClick={() => ask('archive')}>
              <Archive />
              {t('archiveButton')}
            </Button>
          </Step>
        )}
        {can.deleteFlags && (
          <Step text={t(flag.archived ? 'delete' : 'deleteLater')}>
            <Button variant="destructive-outline" disabled={!flag.archived} onClick={() => ask('delete')}>
              <Trash2 />
              {t('deleteButton')}
            </Button>
          </Step>
        )}
      </CardContent>
      <LifecycleDialog
        {...place}
        request={request}
        onClose={() => setRequest(null)}
        onDeleted={() => router.push(`/p/${project}/flags`)}
      />
    </Card>
  );
}

function Step({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="max-w-prose min-w-48 flex-1 text-sm text-muted-foreground">{text}</p>
      {children}
    </div>
  );
}
