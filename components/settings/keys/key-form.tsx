'use client';

import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { ChipsInput } from '@/components/shared/chips-input';
import { FormAlert } from '@/components/shared/form-alert';
import { SelectField } from '@/components/shared/select-field';
import { TextField } from '@/components/shared/text-field';
import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog';
import { Form, FormControl, FormDescription, FormField, FormItem, FormLabel, FormMessage } from '@/components/ui/form';
import { RadioGroup, RadioGroupItem } from '@/components/ui/radio-group';
import { Switch } from '@/components/ui/switch';
import { keyActions } from '@/lib/client/key-actions';
import { useActionForm } from '@/lib/client/use-action-form';
import { apiKeyCreateSchema } from '@/lib/schemas/api-key';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { ApiKeyKind, CreatedApiKeyView } from '@/lib/services/keys/types';
import type { RoleView } from '@/lib/services/roles/types';
import { useRoleName } from '../users/use-role-options';

const KINDS: ApiKeyKind[] = ['client', 'server', 'admin'];

export interface KeyFormProps {
  project: string;
  environments: readonly EnvironmentView[];
  roles: readonly RoleView[];
  onCreated: (key: CreatedApiKeyView) => void;
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

/** What a new key is for; what one kind has and another has not appears with the kind. */
export function KeyForm({ project, environments, roles, onCreated }: KeyFormProps) {
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
          <SelectField
            name="role"
            label={t('role')}
            options={roles.map((role) => ({ value: role.key, label: nameOf(role) }))}
          />
        ) : (
          <SelectField
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
