'use client';

import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { refusalOf, wasSent } from '@/lib/client/use-action';
import { type ManyOverrides, useOverridePreview } from '@/lib/client/use-override-preview';
import { useSetOverrides } from '@/lib/client/use-set-overrides';
import type { ManyOverridesView } from '@/lib/services/overrides/types';
import { CommentField } from '../comment-field';
import { useTargeting } from '../targeting-context';
import { VariantName } from '../variant-name';

/** Sets the overrides of the chosen tenants, after showing what each has now. */
export function SetOverrides({ tenants, variant }: { tenants: readonly string[]; variant: string }) {
  const t = useTranslations('people.whoGetsIt.writes');
  const { project, flag, environment } = useTargeting();
  const [open, setOpen] = useState(false);
  const [comment, setComment] = useState('');
  const asked: ManyOverrides = { flag: flag.key, environment: environment.key, tenants, variant };
  const preview = useOverridePreview(project, open ? asked : null);
  const save = useSetOverrides(project);
  if (save.isSuccess) {
    return (
      <p role="status" className="flex items-center gap-2 text-[13px] text-success">
        <CircleCheck aria-hidden="true" className="size-4" />
        {t('done', { count: save.data.changes.length })}
      </p>
    );
  }
  const isMissing = environment.requireComment && comment.trim() === '';
  const nothing = preview.data?.changes.length === 0;
  return (
    <>
      <Button size="sm" className="justify-self-start" onClick={() => setOpen(true)}>
        {t('set', { count: tenants.length })}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('confirmTitle', { count: tenants.length, environment: environment.name })}
        description={t('confirmHint')}
        confirmLabel={t('confirm')}
        typedName={environment.protected ? environment.name : undefined}
        disabled={isMissing || !preview.data || nothing}
        onConfirm={async () => {
          try {
            const { changes } = await save.mutateAsync({ ...asked, comment: comment.trim() || undefined });
            toast.success(t('done', { count: changes.length }));
          } catch (error) {
            if (wasSent(error)) throw error;
            const refusal = refusalOf(error);
            const description = refusal?.issues?.map(({ message }) => message).join(' ');
            toast.error(refusal?.message ?? t('failed'), { description });
            throw error;
          }
        }}
      >
        {preview.error && <p className="text-sm text-destructive-text">{preview.error.message}</p>}
        {preview.isPending && <Skeleton className="h-16 w-full rounded-md" />}
        {preview.data && <Preview view={preview.data} />}
        <CommentField value={comment} onChange={setComment} isRequired={environment.requireComment} />
      </ConfirmDialog>
    </>
  );
}

/** Tenant by tenant: now, and after. */
function Preview({ view: { changes, unchanged } }: { view: ManyOverridesView }) {
  const t = useTranslations('people.whoGetsIt.writes');
  return (
    <div className="grid gap-2">
      {changes.length > 0 && (
        <div className="max-h-56 overflow-y-auto rounded-md border">
          <table className="w-full text-left text-sm">
            <thead className="border-b text-xs text-muted-foreground">
              <tr>
                {(['tenant', 'before', 'after'] as const).map((part) => (
                  <th key={part} scope="col" className="px-3 py-1.5 font-medium">
                    {t(part)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y">
              {changes.map(({ tenant, before, after }) => (
                <tr key={tenant}>
                  <td className="px-3 py-1.5 font-mono text-xs break-all">{tenant}</td>
                  <td className="px-3 py-1.5 text-muted-foreground">
                    {before ? <VariantName variant={before.variant} /> : t('follows')}
                  </td>
                  <td className="px-3 py-1.5">{after && <VariantName variant={after.variant} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {unchanged > 0 && <p className="text-[13px] text-muted-foreground">{t('unchanged', { count: unchanged })}</p>}
    </div>
  );
}
