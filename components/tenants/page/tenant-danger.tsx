'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { tenantActions } from '@/lib/client/tenant-actions';
import { refusalOf, useAction } from '@/lib/client/use-action';
import type { TenantView } from '@/lib/services/tenants/types';

/** Deleting a tenant for good. */
export function TenantDanger({ project, tenant }: { project: string; tenant: TenantView }) {
  const t = useTranslations('tenants.danger');
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const remove = useAction<void, { tenant: string; version: number }>(tenantActions(project).remove, {
    onSuccess: () => {
      toast.success(t('deleted'));
      router.push(`/p/${project}/tenants`);
    },
    onError: (error) => toast.error(t('failed'), { description: refusalOf(error)?.message }),
  });
  return (
    <Card className="border-destructive/40">
      <CardHeader>
        <CardTitle>{t('title')}</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose flex-1 basis-64 text-[13px] text-muted-foreground">{t('hint')}</p>
        <Button variant="destructive-outline" onClick={() => setIsAsking(true)}>
          <Trash2 />
          {t('delete')}
        </Button>
      </CardContent>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t('deleteTitle', { name: tenant.name })}
        description={t('deleteHint')}
        confirmLabel={t('delete')}
        destructive
        typedName={tenant.key}
        onConfirm={() => remove.mutateAsync({ tenant: tenant.key, version: tenant.version })}
      />
    </Card>
  );
}
