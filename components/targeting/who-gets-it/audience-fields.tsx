'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { ChipsInput } from '@/components/shared/chips-input';
import { Label } from '@/components/ui/label';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { useSubjectOptions } from '@/lib/client/use-subject-options';
import { useSubjectRoles } from '@/lib/client/use-subject-roles';
import type { Serve } from '@/lib/engine/types';
import { useTargeting } from '../targeting-context';
import { VariantName } from '../variant-name';
import type { Choice } from './choice';
import { TenantPicker } from './tenant-picker';

/** Radix has no empty value; roles have no asterisk. */
const NONE = '*';

export interface AudienceFieldsProps {
  /** What the default serves now. */
  standing: Serve;
  choice: Choice;
  onChange: (changes: Partial<Choice>) => void;
}

function Field({ label, hint, children }: { label: string; hint: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      {children(id)}
      <p id={`${id}-hint`} className="text-xs text-muted-foreground">
        {hint}
      </p>
    </div>
  );
}

/** Roles, subjects and tenants that shall get the variant; each says what will be written for it. */
export function AudienceFields({ standing, choice, onChange }: AudienceFieldsProps) {
  const t = useTranslations('people.whoGetsIt');
  const { project, environment, flag } = useTargeting();
  const served = 'split' in standing ? t('rest.split') : (standing.variant ?? t('rest.caller'));
  const roles = useSubjectRoles(project).data ?? [];
  const known = useSubjectOptions(project, environment.key);
  const reached = choice.role === null ? [] : roles.slice(roles.indexOf(choice.role));
  return (
    <div className="grid gap-4">
      <Field
        label={t('role.label')}
        hint={reached.length > 0 ? t('role.reached', { roles: reached.join(', ') }) : t('role.hint')}
      >
        {(id) => (
          <Select
            value={choice.role ?? NONE}
            onValueChange={(role) => onChange({ role: role === NONE ? null : role })}
            disabled={roles.length === 0}
          >
            <SelectTrigger id={id} aria-describedby={`${id}-hint`} className="w-full">
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              <SelectItem value={NONE}>{t('role.none')}</SelectItem>
              {roles.map((role, index) => (
                <SelectItem key={role} value={role}>
                  {index === roles.length - 1 ? role : t('role.andAbove', { role })}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        )}
      </Field>
      <Field label={t('subjects.label')} hint={t('subjects.hint')}>
        {(id) => (
          <ChipsInput
            id={id}
            aria-describedby={`${id}-hint`}
            value={choice.subjects}
            onChange={(subjects) => onChange({ subjects })}
            placeholder={t('subjects.placeholder')}
            suggestions={known.data?.items.map(({ targetingKey }) => targetingKey)}
            className="max-h-32 overflow-y-auto"
          />
        )}
      </Field>
      {environment.can.editOverrides && (
        <Field label={t('tenants.label')} hint={t('tenants.hint')}>
          {(id) => (
            <TenantPicker
              id={id}
              aria-describedby={`${id}-hint`}
              project={project}
              value={choice.tenants}
              onChange={(tenants) => onChange({ tenants })}
            />
          )}
        </Field>
      )}
      <Field label={t('rest.label')} hint={t('rest.hint')}>
        {(id) => (
          <Select value={choice.rest ?? NONE} onValueChange={(rest) => onChange({ rest: rest === NONE ? null : rest })}>
            <SelectTrigger id={id} aria-describedby={`${id}-hint`} className="w-full">
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              <SelectItem value={NONE}>{t('rest.asNow', { served })}</SelectItem>
              {flag.variants
                .filter(({ key }) => key !== choice.variant)
                .map(({ key }) => (
                  <SelectItem key={key} value={key}>
                    <VariantName variant={key} />
                  </SelectItem>
                ))}
            </SelectContent>
          </Select>
        )}
      </Field>
    </div>
  );
}
