'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FieldError } from '@/components/shared/field-error';
import { useIssue } from '@/components/targeting/issues-context';
import { Button } from '@/components/ui/button';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { LimitFields } from './limit-fields';
import type { GateDraft, GuardrailDraft } from './plan-draft';

interface EditorProps<T> {
  path: string;
  /** Where signals are read. */
  environment: string;
  value: readonly T[];
  onChange: (value: T[]) => void;
}

const NEW_GATE: GateDraft = { signal: '', operator: 'lessThan', value: null, window: '' };
const NEW_GUARDRAIL: GuardrailDraft = { ...NEW_GATE, operator: 'greaterThan', onBreach: 'rollBack' };
const BREACHES = ['rollBack', 'pause'] as const;

/** What must hold before the next step. */
export function GatesEditor({ path, environment, value, onChange }: EditorProps<GateDraft>) {
  const t = useTranslations('plans.builder');
  const issue = useIssue(path);
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-[13px] font-medium">{t('gates')}</legend>
      {value.map((gate, index) => (
        <LimitFields
          // Gates have no identity but their place.
          key={`gate-${index.toString()}`}
          path={`${path}.${index}`}
          environment={environment}
          number={index + 1}
          value={gate}
          onChange={(next) => onChange(value.with(index, next))}
          onRemove={() => onChange(value.toSpliced(index, 1))}
        />
      ))}
      <FieldError>{issue}</FieldError>
      <Button variant="outline" size="sm" className="w-fit" onClick={() => onChange([...value, NEW_GATE])}>
        <Plus />
        {t('addGate')}
      </Button>
    </fieldset>
  );
}

/** What must not happen, and what is done if it does. */
export function GuardrailsEditor({ path, environment, value, onChange }: EditorProps<GuardrailDraft>) {
  const t = useTranslations('plans.builder');
  const issue = useIssue(path);
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">{t('guardrails')}</legend>
      {value.map((guardrail, index) => (
        <div key={`guardrail-${index.toString()}`} className="flex flex-wrap items-start gap-1.5">
          <Select
            value={guardrail.onBreach}
            onValueChange={(next) => {
              const onBreach = BREACHES.find((each) => each === next);
              if (onBreach) onChange(value.with(index, { ...guardrail, onBreach }));
            }}
          >
            <SelectTrigger aria-label={t('breachOf', { number: index + 1 })} className="w-40">
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {BREACHES.map((each) => (
                <SelectItem key={each} value={each}>
                  {t(`breach.${each}`)}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
          <LimitFields
            path={`${path}.${index}`}
            environment={environment}
            number={index + 1}
            value={guardrail}
            onChange={(next) => onChange(value.with(index, next))}
            onRemove={() => onChange(value.toSpliced(index, 1))}
          />
        </div>
      ))}
      <FieldError>{issue}</FieldError>
      <Button variant="outline" size="sm" className="w-fit" onClick={() => onChange([...value, NEW_GUARDRAIL])}>
        <Plus />
        {t('addGuardrail')}
      </Button>
    </fieldset>
  );
}
