'use client';

import { UserX } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { CommentField } from '@/components/targeting/comment-field';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { subjectActions } from '@/lib/client/subject-actions';
import { refusalOf, useAction } from '@/lib/client/use-action';
import type { SubjectPlace } from './subject-page-types';

/** Forgetting a subject for good. */
export function EraseZone({ project, environment, subject }: SubjectPlace) {
  const t = useTranslations('people.erase');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [comment, setComment] = useState('');
  const { targetingKey, version } = subject;
  const erase = useAction<void, object>(subjectActions(project).erase, {
    onSuccess: () => {
      toast.success(t('done'));
      router.push(`/p/${project}/people?env=${encodeURIComponent(environment.key)}`);
    },
    onError: (error) => toast.error(refusalOf(error)?.message ?? t('failed')),
  });
  return (
    <Card className="border-destructive/40">
      <CardHeader>
        <CardTitle>{t('title')}</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose min-w-48 flex-1 text-sm text-muted-foreground">{t('description')}</p>
        <Button variant="destructive-outline" onClick={() => setOpen(true)}>
          <UserX />
          {t('button')}
        </Button>
      </CardContent>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('confirmTitle', { subject: targetingKey })}
        description={t('confirmHint', { environment: environment.name })}
        confirmLabel={t('confirm')}
        destructive
        typedName={targetingKey}
        disabled={environment.requireComment && comment.trim() === ''}
        onConfirm={() =>
          erase.mutateAsync({
            targetingKey,
            environment: environment.key,
            version,
            comment: comment.trim() || undefined,
          })
        }
      >
        <CommentField value={comment} onChange={setComment} isRequired={environment.requireComment} />
      </ConfirmDialog>
    </Card>
  );
}
