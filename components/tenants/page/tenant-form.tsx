'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { toast } from 'sonner';
import { FieldError } from '@/components/shared/field-error';
import type { AttributeSuggestion } from '@/components/targeting/conditions/attribute-suggestions';
import { ContextEditor } from '@/components/targeting/try-it/context-editor';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { tenantActions } from '@/lib/client/tenant-actions';
import { refusalOf, useAction } from '@/lib/client/use-action';
import type { JsonObject } from '@/lib/engine/types';
import type { TenantView } from '@/lib/services/tenants/types';

const SUGGESTED: AttributeSuggestion[] = ['plan', 'region', 'seats', 'earlyAdopter'].map((name) => ({
  name,
  type: null,
  values: [],
}));

/** What a tenant is called and what rules may read of it. */
export function TenantForm({ project, tenant }: { project: string; tenant: TenantView }) {
  const t = useTranslations('tenants.details');
  const router = useRouter();
  const id = useId();
  const [name, setName] = useState(tenant.name);
  const [attributes, setAttributes] = useState<JsonObject>(tenant.attributes);
  // The editor keeps what is typed: another one begins with what is stored.
  const [edition, setEdition] = useState(0);
  const save = useAction<TenantView, object>(tenantActions(project).update, {
    onSuccess: () => {
      toast.success(t('saved'));
      router.refresh();
    },
    // What somebody else changed is read again, so that the next try begins with it.
    onError: (error) => refusalOf(error)?.code === 'version_conflict' && router.refresh(),
  });
  const isRenamed = name.trim() !== tenant.name;
  const isChanged = JSON.stringify(attributes) !== JSON.stringify(tenant.attributes);
  const refusal = refusalOf(save.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({
      tenant: tenant.key,
      version: tenant.version,
      ...(isRenamed && { name: name.trim() }),
      ...(isChanged && { attributes }),
    });
  };
  const discard = (): void => {
    setName(tenant.name);
    setAttributes(tenant.attributes);
    setEdition(edition + 1);
    save.reset();
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <div className="grid gap-1.5">
        <Label htmlFor={id}>{t('name')}</Label>
        <Input id={id} value={name} maxLength={200} required onChange={(event) => setName(event.target.value)} />
      </div>
      <div className="grid gap-1.5 rounded-lg border p-4">
        <ContextEditor
          key={edition}
          title={t('attributes')}
          value={attributes}
          onChange={setAttributes}
          suggestions={SUGGESTED}
        />
        <p className="text-xs text-muted-foreground">{t('attributesHint')}</p>
      </div>
      {save.error && (
        <FieldError>
          {[refusal?.message ?? t('lost'), ...(refusal?.issues ?? []).map(({ message }) => message)].join(' ')}
        </FieldError>
      )}
      {(isRenamed || isChanged) && (
        <div className="flex items-center gap-2">
          <Button type="submit" disabled={save.isPending || name.trim() === ''}>
            {t('save')}
          </Button>
          <Button variant="ghost" onClick={discard}>
            {t('discard')}
          </Button>
          <p role="status" className="text-[13px] text-muted-foreground">
            {t('unsaved')}
          </p>
        </div>
      )}
    </form>
  );
}
