'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FieldError } from '@/components/shared/field-error';
import { moveItem } from '@/components/shared/move-item';
import { SortableList } from '@/components/shared/sortable-list';
import { useIssue } from '@/components/targeting/issues-context';
import { Button } from '@/components/ui/button';
import { newStep, type PlanDraft, type StepDraft } from './plan-draft';
import { StepEditor } from './step-editor';

const MOST = 50;

export interface StepsEditorProps {
  draft: PlanDraft;
  onChange: (steps: StepDraft[]) => void;
}

/** The steps in order: dragged, or moved by their buttons. */
export function StepsEditor({ draft, onChange }: StepsEditorProps) {
  const t = useTranslations('plans.builder');
  const issue = useIssue('steps');
  const { steps, kind, environment } = draft;
  const add = (): void => {
    const last = steps.at(-1);
    onChange([...steps, newStep(crypto.randomUUID(), 100, last?.environment ?? '')]);
  };
  return (
    <div className="grid gap-3">
      <SortableList
        label={t('steps')}
        items={steps}
        idOf={({ id }) => id}
        nameOf={({ id }) => t('step', { number: steps.findIndex((step) => step.id === id) + 1 })}
        onMove={(from, to) => onChange(moveItem(steps, from, to))}
      >
        {(step, index) => (
          <StepEditor
            kind={kind}
            environment={environment}
            step={step}
            index={index}
            count={steps.length}
            onChange={(next) => onChange(steps.with(index, next))}
            onMove={(by) => onChange(moveItem(steps, index, index + by))}
            onRemove={() => onChange(steps.toSpliced(index, 1))}
          />
        )}
      </SortableList>
      <FieldError>{issue}</FieldError>
      <Button variant="outline" className="w-fit" disabled={steps.length >= MOST} onClick={add}>
        <Plus />
        {t('addStep')}
      </Button>
    </div>
  );
}
