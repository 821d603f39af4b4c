'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import type { z } from 'zod';
import { FormAlert } from '@/components/shared/form-alert';
import { TextField } from '@/components/shared/text-field';
import { useActionForm } from '@/lib/client/use-action-form';
import { EnvironmentDot } from '@/components/shared/environment-badge';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog';
import { Form, FormControl, FormDescription, FormField, FormItem, FormLabel } from '@/components/ui/form';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { environmentActions } from '@/lib/client/environment-actions';
import {
  ENVIRONMENT_COLORS,
  environmentCreateSchema,
  environmentPatchSchema,
  MOST_APPROVALS,
} from '@/lib/schemas/environment';
import type { EnvironmentView } from '@/lib/services/environments/types';

const APPROVALS = Array.from({ length: MOST_APPROVALS + 1 }, (_, count) => count);
const SWITCHES = ['protected', 'requireComment', 'publicRead', 'requireProof'] as const;

interface FormProps {
  project: string;
  onDone: () => void;
}

function PolicyFields() {
  const t = useTranslations('settings.environment');
  return (
    <>
      <FormField
        name="color"
        render={({ field }) => (
          <FormItem>
            <FormLabel>{t('color')}</FormLabel>
            <Select value={field.value} onValueChange={field.onChange}>
              <FormControl>
                <SelectTrigger className="w-48">
                  <SelectValue />
                </SelectTrigger>
              </FormControl>
              <SelectContent>
                {ENVIRONMENT_COLORS.map((color) => (
                  <SelectItem key={color} value={color}>
                    <span className="inline-flex items-center gap-2">
                      <EnvironmentDot environment={{ key: color, name: color, color }} />
                      {t(`colors.${color}`)}
                    </span>
                  </SelectItem>
                ))}
              </SelectContent>
            </Select>
          </FormItem>
        )}
      />
      <FormField
        name="requiredApprovals"
        render={({ field }) => (
          <FormItem>
            <FormLabel>{t('requiredApprovals')}</FormLabel>
            <Select value={String(field.value)} onValueChange={(next) => field.onChange(Number(next))}>
              <FormControl>
                <SelectTrigger className="w-48">
                  <SelectValue />
                </SelectTrigger>
              </FormControl>
              <SelectContent>
                {APPROVALS.map((count) => (
                  <SelectItem key={count} value={String(count)}>
                    {t('approvals', { count })}
                  </SelectItem>
                ))}
              </SelectContent>
            </Select>
            <FormDescription>{t('requiredApprovalsHint')}</FormDescription>
          </FormItem>
        )}
      />
      <div className="grid gap-3">
        {SWITCHES.map((name) => (
          <FormField
            key={name}
            name={name}
            render={({ field }) => (
              <FormItem className="grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4">
                <FormLabel>{t(name)}</FormLabel>
                <FormControl>
                  <Switch checked={field.value} onCheckedChange={field.onChange} />
                </FormControl>
                <FormDescription className="col-span-2">{t(`${name}Hint`)}</FormDescription>
              </FormItem>
            )}
          />
        ))}
      </div>
    </>
  );
}

function Footer({ isBusy, label }: { isBusy: boolean; label: string }) {
  return (
    <DialogFooter>
      <Button type="submit" disabled={isBusy}>
        {label}
      </Button>
    </DialogFooter>
  );
}

function CreateForm({ project, onDone }: FormProps) {
  const t = useTranslations('settings.environment');
  const values: z.input<typeof environmentCreateSchema> = {
    key: '',
    name: '',
    color: 'gray',
    protected: false,
    requiredApprovals: 0,
    requireComment: false,
    publicRead: false,
    requireProof: false,
  };
  const { form, submit, isBusy } = useActionForm(
    environmentCreateSchema,
    values,
    (input) => environmentActions(project).create(input),
    onDone,
  );
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FormAlert />
        <TextField name="name" label={t('name')} autoComplete="off" />
        <TextField name="key" label={t('key')} description={t('keyHint')} autoComplete="off" className="font-mono" />
        <PolicyFields />
        <Footer isBusy={isBusy} label={t('create')} />
      </form>
    </Form>
  );
}

function EditForm({ project, environment, onDone }: FormProps & { environment: EnvironmentView }) {
  const t = useTranslations('settings.environment');
  const { key, name, publicRead, requiredApprovals, requireComment, requireProof, version } = environment;
  const values: z.input<typeof environmentPatchSchema> = {
    name,
    publicRead,
    requiredApprovals,
    requireComment,
    requireProof,
    version,
    protected: environment.protected,
    color: ENVIRONMENT_COLORS.find((color) => color === environment.color) ?? 'gray',
  };
  const { form, submit, isBusy } = useActionForm(
    environmentPatchSchema,
    values,
    (input) => environmentActions(project).update({ ...input, key }),
    onDone,
  );
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FormAlert />
        <TextField name="name" label={t('name')} autoComplete="off" />
        <PolicyFields />
        <Footer isBusy={isBusy} label={t('save')} />
      </form>
    </Form>
  );
}

export interface EnvironmentDialogProps {
  project: string;
  /** `new`, the one being edited, or null while closed. */
  subject: 'new' | EnvironmentView | null;
  onClose: () => void;
}

export function EnvironmentDialog({ project, subject, onClose }: EnvironmentDialogProps) {
  const t = useTranslations('settings.environment');
  const router = useRouter();
  const done = (): void => {
    toast.success(t('saved'));
    onClose();
    router.refresh();
  };
  return (
    <Dialog open={subject !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-lg">
        <DialogHeader>
          <DialogTitle>{subject === 'new' ? t('createTitle') : t('editTitle')}</DialogTitle>
          <DialogDescription>
            {subject === 'new' ? t('createHint') : subject && <code className="font-mono text-xs">{subject.key}</code>}
          </DialogDescription>
        </DialogHeader>
        {subject === 'new' && <CreateForm project={project} onDone={done} />}
        {subject !== null && subject !== 'new' && <EditForm project={project} environment={subject} onDone={done} />}
      </DialogContent>
    </Dialog>
  );
}
