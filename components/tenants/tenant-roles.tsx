'use client';

import { Plus, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import { FieldError } from '@/components/shared/field-error';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { tenantActions } from '@/lib/client/tenant-actions';
import { refusalOf, useAction } from '@/lib/client/use-action';
import type { TenantRolesView } from '@/lib/services/tenants/types';

export interface TenantRolesProps {
  project: string;
  tenant: string;
  stored: TenantRolesView;
  canEdit: boolean;
}

type Role = TenantRolesView['roles'][number];

/** The subject roles an organisation has of its own, each with the one it ranks with. */
export function TenantRoles({ project, tenant, stored, canEdit }: TenantRolesProps) {
  const t = useTranslations('tenants.roles');
  const router = useRouter();
  const [roles, setRoles] = useState<readonly Role[]>(stored.roles);
  const save = useAction<TenantRolesView, object>((input) => tenantActions(project).setRoles(tenant, input), {
    onSuccess: () => {
      toast.success(t('saved'));
      router.refresh();
    },
  });
  const refusal = refusalOf(save.error);
  const isDirty = JSON.stringify(roles) !== JSON.stringify(stored.roles);
  const isComplete = roles.every(({ key, ranksWith }) => key.trim() !== '' && ranksWith !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const named = roles.map(({ key, ranksWith }) => ({ key: key.trim(), ranksWith }));
    save.mutate({ version: stored.version, roles: named });
  };
  const problemOf = (index: number): string | undefined =>
    refusal?.issues?.find(({ path }) => path.startsWith(`roles.${index}.`))?.message;
  return (
    <form onSubmit={submit} className="grid gap-4">
      {roles.length === 0 && <p className="text-sm text-muted-foreground">{t('none')}</p>}
      <ul className="grid gap-2">
        {roles.map((role, index) => (
          // Keys may be empty or repeat while they are typed, so that a row has no identity but its place.
          <li key={`role-${index.toString()}`} className="grid gap-1">
            <RoleRow
              role={role}
              index={index}
              ranks={stored.projectRoles}
              canEdit={canEdit}
              onChange={(next) => setRoles(roles.with(index, next))}
              onRemove={() => setRoles(roles.toSpliced(index, 1))}
            />
            <FieldError>{problemOf(index)}</FieldError>
          </li>
        ))}
      </ul>
      {canEdit && (
        <Button
          variant="outline"
          size="sm"
          className="w-fit"
          onClick={() => setRoles([...roles, { key: '', ranksWith: stored.projectRoles[0] ?? '' }])}
        >
          <Plus />
          {t('add')}
        </Button>
      )}
      {save.error && <FieldError>{refusal?.message ?? t('failed')}</FieldError>}
      {isDirty && (
        <div className="flex items-center gap-2">
          <Button type="submit" disabled={!isComplete || save.isPending}>
            {t('save')}
          </Button>
          <Button variant="ghost" onClick={() => setRoles(stored.roles)}>
            {t('discard')}
          </Button>
        </div>
      )}
    </form>
  );
}

interface RoleRowProps {
  role: Role;
  index: number;
  /** The project's roles, from the lowest to the highest. */
  ranks: readonly string[];
  canEdit: boolean;
  onChange: (role: Role) => void;
  onRemove: () => void;
}

function RoleRow({ role, index, ranks, canEdit, onChange, onRemove }: RoleRowProps) {
  const t = useTranslations('tenants.roles');
  return (
    <span className="flex flex-wrap items-center gap-2 text-sm">
      <Input
        value={role.key}
        maxLength={200}
        disabled={!canEdit}
        aria-label={t('key', { number: index + 1 })}
        placeholder={t('placeholder')}
        spellCheck={false}
        autoComplete="off"
        className="w-44 font-mono text-[13px]"
        onChange={(event) => onChange({ ...role, key: event.target.value })}
      />
      <span className="text-muted-foreground">{t('ranksWith')}</span>
      <Select
        value={role.ranksWith}
        disabled={!canEdit}
        onValueChange={(next) => next !== '' && onChange({ ...role, ranksWith: next })}
      >
        <SelectTrigger aria-label={t('rankOf', { role: role.key || String(index + 1) })} className="w-40">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {ranks.map((rank) => (
            <SelectItem key={rank} value={rank}>
              {rank}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
      {canEdit && (
        <Button
          variant="ghost"
          size="icon-sm"
          className="text-muted-foreground"
          aria-label={t('remove', { role: role.key || String(index + 1) })}
          onClick={onRemove}
        >
          <X />
        </Button>
      )}
    </span>
  );
}
