'use client';

import { useTranslations } from 'next-intl';
import { Input } from '@/components/ui/input';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { useFlagView } from '@/lib/client/use-flag-search';
import { FlagChoice } from '../flag-choice';
import { useBuilder } from './builder-context';
import { EnvironmentChoice } from './environment-choice';
import { Field } from './field';
import type { PlanDraft } from './plan-draft';

export interface PlanBasicsProps {
  draft: PlanDraft;
  onChange: (changes: Partial<PlanDraft>) => void;
  /** The flag of a plan that is there stays. */
  isStored: boolean;
}

/** Radix has no empty value; keys have no asterisk. */
const USUAL = '*';

/** Which flag, where, what of it, and what the plan is called. */
export function PlanBasics({ draft, onChange, isStored }: PlanBasicsProps) {
  const t = useTranslations('plans.builder');
  const { project } = useBuilder();
  const { data: flag } = useFlagView(project, draft.flag || null);
  const isPlain = flag === undefined || (flag.type === 'boolean' && flag.variants.length <= 2 && draft.variant === '');
  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      <Field label={t('flag')} path="flag">
        {({ 'aria-labelledby': _label, ...control }) => (
          <FlagChoice
            {...control}
            aria-label={t('flag')}
            project={project}
            value={draft.flag}
            disabled={isStored}
            onChange={(key) => onChange({ flag: key, variant: '' })}
          />
        )}
      </Field>
      {draft.kind !== 'progressive-environment' && (
        <Field label={t('environment')} path="environment">
          {(control) => (
            <EnvironmentChoice
              {...control}
              value={draft.environment}
              onChange={(environment) => onChange({ environment })}
            />
          )}
        </Field>
      )}
      <Field label={t('name')} path="name">
        {({ 'aria-labelledby': _label, ...control }) => (
          <Input
            {...control}
            value={draft.name}
            placeholder={flag?.name ?? t('namePlaceholder')}
            onChange={({ target }) => onChange({ name: target.value })}
          />
        )}
      </Field>
      {!isPlain && (
        <Field label={t('variant')} path="variant">
          {(control) => (
            <Select
              value={draft.variant || (flag.type === 'boolean' ? USUAL : '')}
              onValueChange={(variant) => onChange({ variant: variant === USUAL ? '' : variant })}
            >
              <SelectTrigger {...control} className="w-full">
                <SelectValue placeholder={t('chooseVariant')} />
              </SelectTrigger>
              <SelectContent>
                {flag.type === 'boolean' && <SelectItem value={USUAL}>{t('usualVariant')}</SelectItem>}
                {flag.variants.map(({ key, name }) => (
                  <SelectItem key={key} value={key}>
                    {name ?? key}
                  </SelectItem>
                ))}
              </SelectContent>
            </Select>
          )}
        </Field>
      )}
      <Field label={t('descriptionField')} path="description" className="sm:col-span-2">
        {({ 'aria-labelledby': _label, ...control }) => (
          <Textarea
            {...control}
            value={draft.description}
            className="min-h-14"
            onChange={({ target }) => onChange({ description: target.value })}
          />
        )}
      </Field>
    </div>
  );
}
