'use client';

import { ArrowDown, ArrowUp, ChevronDown, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChipsInput } from '@/components/shared/chips-input';
import { useIssueCount } from '@/components/targeting/issues-context';
import { PercentInput } from '@/components/targeting/serve/percent-input';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Slider } from '@/components/ui/slider';
import type { StrategyKind } from '@/lib/schemas/plan';
import { usePlanWords } from '../use-plan-words';
import { useBuilder } from './builder-context';
import { DurationInput } from './duration-input';
import { EnvironmentChoice } from './environment-choice';
import { Field } from './field';
import { GatesEditor, GuardrailsEditor } from './gates-editor';
import type { StepDraft } from './plan-draft';

export interface StepEditorProps {
  kind: StrategyKind;
  /** The plan's environment, for steps that name none. */
  environment: string;
  step: StepDraft;
  index: number;
  count: number;
  onChange: (step: StepDraft) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

const THOUSANDTHS = 1_000;

/** One step: how many, of whom, for how long, and what must hold before the next. */
export function StepEditor(props: StepEditorProps) {
  const { kind, environment, step, index, onChange } = props;
  const t = useTranslations('plans.builder');
  const { groups } = useBuilder();
  const path = `steps.${index}`;
  const set = (changes: Partial<StepDraft>): void => onChange({ ...step, ...changes });
  return (
    <div className="grid min-w-0 gap-3">
      <StepHead {...props} />
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <Field
          label={t('percentage')}
          path={`${path}.percentage`}
          className={kind === 'staged-rollout' ? undefined : 'sm:col-span-2'}
        >
          {(control) => (
            <span className="flex max-w-md items-center gap-4">
              <Slider
                value={[step.percentage]}
                min={0}
                max={100}
                step={1}
                aria-label={t('slider', { number: index + 1 })}
                onValueChange={([percentage]) => percentage !== undefined && set({ percentage })}
              />
              <PercentInput
                value={Math.round(step.percentage * THOUSANDTHS)}
                label={t('exactly', { number: index + 1 })}
                isInvalid={control['aria-invalid']}
                className="w-24 shrink-0"
                onChange={(thousandths) => set({ percentage: thousandths / THOUSANDTHS })}
              />
            </span>
          )}
        </Field>
        {kind !== 'staged-rollout' && (
          <Field label={t('environment')} path={`${path}.environment`}>
            {(control) => (
              <EnvironmentChoice
                {...control}
                value={step.environment}
                none={kind === 'combined' ? t('planEnvironment') : undefined}
                onChange={(next) => set({ environment: next })}
              />
            )}
          </Field>
        )}
        <Field label={t('lasts')} path={`${path}.duration`}>
          {(control) => (
            <DurationInput
              value={step.duration}
              label={t('durationOf', { number: index + 1 })}
              placeholder="–"
              isInvalid={control['aria-invalid']}
              onChange={(duration) => set({ duration })}
            />
          )}
        </Field>
        <Field label={t('groups')} path={`${path}.targetGroups`} className="sm:col-span-2">
          {(control) => (
            <ChipsInput
              {...control}
              value={step.targetGroups}
              suggestions={groups}
              placeholder={t('everybody')}
              onChange={(targetGroups) => set({ targetGroups })}
            />
          )}
        </Field>
      </div>
      <MoreOfStep path={path} step={step} environment={step.environment || environment} onChange={set} />
    </div>
  );
}

function StepHead({ index, count, onMove, onRemove }: StepEditorProps) {
  const t = useTranslations('plans.builder');
  const problems = useIssueCount(`steps.${index}`);
  const number = index + 1;
  return (
    <div className="flex items-center gap-1">
      <span className="flex min-w-0 flex-1 items-center gap-2 text-sm font-medium">
        {t('step', { number })}
        {problems > 0 && <Badge variant="destructive">{t('problems', { count: problems })}</Badge>}
      </span>
      <Button
        variant="ghost"
        size="icon-sm"
        disabled={index === 0}
        aria-label={t('moveUp', { number })}
        onClick={() => onMove(-1)}
      >
        <ArrowUp />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        disabled={index === count - 1}
        aria-label={t('moveDown', { number })}
        onClick={() => onMove(1)}
      >
        <ArrowDown />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        disabled={count === 1}
        aria-label={t('removeStep', { number })}
        onClick={onRemove}
      >
        <Trash2 />
      </Button>
    </div>
  );
}

interface MoreProps {
  path: string;
  environment: string;
  step: StepDraft;
  onChange: (changes: Partial<StepDraft>) => void;
}

/** What most steps do without: roles, gates and guardrails of their own. */
function MoreOfStep({ path, environment, step, onChange }: MoreProps) {
  const t = useTranslations('plans.builder');
  const words = usePlanWords();
  const { roles } = useBuilder();
  const { includedRoles, excludedRoles, gates, guardrails } = step;
  const said = [
    ...(includedRoles.length + excludedRoles.length > 0 ? [words.who({ ...step, targetGroups: [] })] : []),
    ...(gates.length > 0 ? [t('gatesCount', { count: gates.length })] : []),
    ...(guardrails.length > 0 ? [t('guardrailsCount', { count: guardrails.length })] : []),
  ];
  const [isOpen, setOpen] = useState(said.length > 0);
  return (
    <div className="grid gap-3">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="flex w-fit max-w-full items-center gap-1.5 rounded-sm text-[13px] text-muted-foreground hover:text-foreground"
      >
        <ChevronDown className={cn('size-3.5 shrink-0 transition-transform', !isOpen && '-rotate-90')} />
        <span className="truncate">{said.length > 0 && !isOpen ? said.join(' · ') : t('more')}</span>
      </button>
      {isOpen && (
        <div className="grid gap-4">
          <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
            <Field label={t('includedRoles')} path={`${path}.includedRoles`}>
              {(control) => (
                <ChipsInput
                  {...control}
                  value={includedRoles}
                  suggestions={roles}
                  placeholder={t('anyRole')}
                  onChange={(next) => onChange({ includedRoles: next })}
                />
              )}
            </Field>
            <Field label={t('excludedRoles')} path={`${path}.excludedRoles`}>
              {(control) => (
                <ChipsInput
                  {...control}
                  value={excludedRoles}
                  suggestions={roles}
                  placeholder={t('noRole')}
                  onChange={(next) => onChange({ excludedRoles: next })}
                />
              )}
            </Field>
          </div>
          <GatesEditor
            path={`${path}.gates`}
            environment={environment}
            value={gates}
            onChange={(next) => onChange({ gates: next })}
          />
          <div className="grid gap-1.5">
            <span className="text-[13px] font-medium">{t('ownGuardrails')}</span>
            <GuardrailsEditor
              path={`${path}.guardrails`}
              environment={environment}
              value={guardrails}
              onChange={(next) => onChange({ guardrails: next })}
            />
          </div>
        </div>
      )}
    </div>
  );
}
