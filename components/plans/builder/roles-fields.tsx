'use client';

import { useTranslations } from 'next-intl';
import { ChipsInput } from '@/components/shared/chips-input';
import { useBuilder } from './builder-context';
import { Field } from './field';
import type { PlanDraft } from './plan-draft';

export interface RolesFieldsProps {
  draft: PlanDraft;
  onChange: (changes: Partial<PlanDraft>) => void;
}

/** Who gets it, and who does not whatever else they are. */
export function RolesFields({ draft, onChange }: RolesFieldsProps) {
  const t = useTranslations('plans.builder');
  const { roles } = useBuilder();
  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      <Field label={t('includedRoles')} path="includedRoles">
        {(control) => (
          <ChipsInput
            {...control}
            value={draft.includedRoles}
            suggestions={roles}
            placeholder={t('anyRole')}
            onChange={(includedRoles) => onChange({ includedRoles })}
          />
        )}
      </Field>
      <Field label={t('excludedRoles')} path="excludedRoles" hint={t('excludedFirst')}>
        {(control) => (
          <ChipsInput
            {...control}
            value={draft.excludedRoles}
            suggestions={roles}
            placeholder={t('noRole')}
            onChange={(excludedRoles) => onChange({ excludedRoles })}
          />
        )}
      </Field>
    </div>
  );
}
