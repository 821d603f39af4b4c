'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import type { z } from 'zod';
import { FormAlert } from '@/components/shared/form-alert';
import { TextField } from '@/components/shared/text-field';
import { useActionForm } from '@/lib/client/use-action-form';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { KeyText } from '@/components/shared/key-text';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card';
import { Form } from '@/components/ui/form';
import { projectActions } from '@/lib/client/project-actions';
import { refusalOf, useAction } from '@/lib/client/use-action';
import { projectCreateSchema, projectPatchSchema } from '@/lib/schemas/project';
import type { ProjectView } from '@/lib/services/projects/types';

function RenameForm({ project }: { project: ProjectView }) {
  const t = useTranslations('settings.projectPage');
  const router = useRouter();
  const { key, name, version } = project;
  const { form, submit } = useActionForm(
    projectPatchSchema,
    { name, version },
    (input) => projectActions.update({ ...input, key, version }),
    () => {
      toast.success(t('saved'));
      router.refresh();
    },
  );
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="grid max-w-sm gap-4">
        <FormAlert />
        <TextField name="name" label={t('name')} autoComplete="off" />
        <Button type="submit" className="w-fit" disabled={form.formState.isSubmitting}>
          {t('save')}
        </Button>
      </form>
    </Form>
  );
}

function CreateForm() {
  const t = useTranslations('settings.projectPage');
  const router = useRouter();
  const values: z.input<typeof projectCreateSchema> = { key: '', name: '' };
  const { form, submit, isBusy } = useActionForm(projectCreateSchema, values, projectActions.create, ({ key }) => {
    toast.success(t('created'));
    router.push(`/p/${encodeURIComponent(key)}/flags`);
  });
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="grid max-w-sm gap-4">
        <FormAlert />
        <TextField name="name" label={t('name')} autoComplete="off" />
        <TextField name="key" label={t('key')} autoComplete="off" className="font-mono" />
        <Button type="submit" variant="outline" className="w-fit" disabled={isBusy}>
          {t('create')}
        </Button>
      </form>
    </Form>
  );
}

/** The project's name, further projects, and the end of this one. */
export function ProjectSettings({
  project,
  isOnly,
  canCreate,
}: {
  project: ProjectView;
  isOnly: boolean;
  canCreate: boolean;
}) {
  const t = useTranslations('settings.projectPage');
  const [isDeleting, setIsDeleting] = useState(false);
  const { key, version } = project;
  const remove = useAction<void, { key: string; version: number }>(projectActions.remove, {
    onSuccess: () => window.location.assign('/'),
    onError: (error) => toast.error(refusalOf(error)?.message ?? t('failed')),
  });
  return (
    <div className="grid max-w-2xl gap-4">
      <Card>
        <CardHeader>
          <CardTitle>{t('title')}</CardTitle>
          <CardDescription>
            <KeyText value={key} />
          </CardDescription>
        </CardHeader>
        <CardContent>
          <RenameForm project={project} />
        </CardContent>
      </Card>
      {canCreate && (
        <Card>
          <CardHeader>
            <CardTitle>{t('createTitle')}</CardTitle>
            <CardDescription>{t('createHint')}</CardDescription>
          </CardHeader>
          <CardContent>
            <CreateForm />
          </CardContent>
        </Card>
      )}
      {canCreate && (
        <Card>
          <CardHeader>
            <CardTitle>{t('deleteTitle')}</CardTitle>
            <CardDescription>{t(isOnly ? 'deleteOnly' : 'deleteHint')}</CardDescription>
          </CardHeader>
          <CardContent>
            <Button variant="destructive-outline" disabled={isOnly} onClick={() => setIsDeleting(true)}>
              {t('delete')}
            </Button>
          </CardContent>
        </Card>
      )}
      <ConfirmDialog
        open={isDeleting}
        onOpenChange={setIsDeleting}
        title={t('deleteTitle')}
        description={t('deleteHint')}
        confirmLabel={t('delete')}
        destructive
        typedName={key}
        onConfirm={() => remove.mutateAsync({ key, version })}
      />
    </div>
  );
}
