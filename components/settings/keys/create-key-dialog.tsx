'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { z } from 'zod';
import { FormAlert } from '@/components/auth/form-alert';
import { TextField } from '@/components/auth/text-field';
import { useActionForm } from '@/lib/client/use-action-form';
import { ChipsInput } from '@/components/shared/chips-input';
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
import { Form, FormControl, FormDescription, FormField, FormItem, FormLabel, FormMessage } from '@/components/ui/form';
import { RadioGroup, RadioGroupItem } from '@/components/ui/radio-group';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { keyActions } from '@/lib/client/key-actions';
import { apiKeyCreateSchema } from '@/lib/schemas/api-key';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { ApiKeyKind, CreatedApiKeyView } from '@/lib/services/keys/types';
import type { RoleView } from '@/lib/services/roles/types';
import { SecretOnce } from '../secret-once';
import { useRoleName } from '../users/use-role-options';

const KINDS: ApiKeyKind[] = ['client', 'server', 'admin'];

export interface CreateKeyDialogProps {
  project: string;
  environments: readonly EnvironmentView[];
  roles: readonly RoleView[];
  open: boolean;
  onClose: () => void;
}

interface ChoiceFieldProps {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
}

function ChoiceField({ name, label, options }: ChoiceFieldProps) {
  return (
    <FormField
      name={name}
      render={({ field }) => (
        <FormItem>
          <FormLabel>{label}</FormLabel>
          <Select value={field.value ?? ''} onValueChange={field.onChange}>
            <FormControl>
              <SelectTrigger className="w-56">
                <SelectValue />
              </SelectTrigger>
            </FormControl>
            <SelectContent>
              {options.map((option) => (
                <SelectItem key={option.value} value={option.value}>
                  {option.label}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
          <FormMessage />
        </FormItem>
      )}
    />
  );
}

function KindField({ onChoose }: { onChoose: (kind: ApiKeyKind) => void }) {
  const t = useTranslations('settings.key');
  return (
    <FormField
      name="kind"
      render={({ field }) => (
        <FormItem>
          <FormLabel>{t('kind')}</FormLabel>
          <FormControl>
            <RadioGroup
              value={field.value}
              onValueChange={(kind) => {
                const chosen = KINDS.find((known) => known === kind);
                if (chosen) onChoose(chosen);
              }}
            >
              {KINDS.map((kind) => (
                <label key={kind} className="flex gap-2 text-sm">
                  <RadioGroupItem value={kind} className="mt-0.5" />
                  <span className="grid">
                    <span className="font-medium">{t(`kinds.${kind}`)}</span>
                    <span className="text-[13px] text-muted-foreground">{t(`kindHints.${kind}`)}</span>
                  </span>
                </label>
              ))}
            </RadioGroup>
          </FormControl>
        </FormItem>
      )}
    />
  );
}

function KeyForm({
  project,
  environments,
  roles,
  onCreated,
}: Omit<CreateKeyDialogProps, 'open' | 'onClose'> & { onCreated: (key: CreatedApiKeyView) => void }) {
  const t = useTranslations('settings.key');
  const nameOf = useRoleName();
  const environment = environments[0]?.key;
  const values: z.input<typeof apiKeyCreateSchema> = {
    kind: 'client',
    name: '',
    environment,
    origins: [],
    edge: false,
  };
  const { form, submit, isBusy } = useActionForm(
    apiKeyCreateSchema,
    values,
    async (input) => {
      const result = await keyActions(project).create(input);
      if (result.ok) onCreated(result.data);
      return result;
    },
    () => undefined,
  );
  const kind = form.watch('kind');
  // What one kind has and another has not must not be sent along.
  const choose = (next: ApiKeyKind): void => {
    form.setValue('kind', next);
    form.setValue('origins', []);
    form.setValue('edge', false);
    form.setValue('role', next === 'admin' ? 'viewer' : undefined);
    form.setValue('environment', next === 'admin' ? undefined : (form.getValues('environment') ?? environment));
  };
  return (
    <Form {...form}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <FormAlert />
        <KindField onChoose={choose} />
        <TextField name="name" label={t('name')} description={t('nameHint')} autoComplete="off" />
        {kind === 'admin' ? (
          <ChoiceField
            name="role"
            label={t('role')}
            options={roles.map((role) => ({ value: role.key, label: nameOf(role) }))}
          />
        ) : (
          <ChoiceField
            name="environment"
            label={t('environment')}
            options={environments.map(({ key, name }) => ({ value: key, label: name }))}
          />
        )}
        {kind === 'client' && (
          <FormField
            name="origins"
            render={({ field }) => (
              <FormItem>
                <FormLabel>{t('origins')}</FormLabel>
                <FormControl>
                  <ChipsInput value={field.value} onChange={field.onChange} placeholder="https://app.example.com" />
                </FormControl>
                <FormDescription>{t('originsHint')}</FormDescription>
                <FormMessage />
              </FormItem>
            )}
          />
        )}
        {kind === 'server' && (
          <FormField
            name="edge"
            render={({ field }) => (
              <FormItem className="grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4">
                <FormLabel>{t('edge')}</FormLabel>
                <FormControl>
                  <Switch checked={field.value} onCheckedChange={field.onChange} />
                </FormControl>
                <FormDescription className="col-span-2">{t('edgeHint')}</FormDescription>
              </FormItem>
            )}
          />
        )}
        <DialogFooter>
          <Button type="submit" disabled={isBusy}>
            {t('create')}
          </Button>
        </DialogFooter>
      </form>
    </Form>
  );
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
      <DialogContent className="max-w-lg">
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
