'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { FieldError } from '@/components/shared/field-error';
import { GroupEditor } from '@/components/targeting/conditions/group-editor';
import { useIssue, useIssueCount } from '@/components/targeting/issues-context';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { Label } from '@/components/ui/label';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { describeGroup } from '@/lib/changes/describe-condition';
import { useSentences } from '@/lib/client/use-sentences';
import { KeyedFields, LineField } from './keyed-fields';
import type { MilestoneRow, StageRow } from './onboarding-draft';

/** Radix has no empty value; keys have no asterisk. */
const NONE = '*';

export interface MilestoneCardProps {
  value: MilestoneRow;
  index: number;
  stages: readonly StageRow[];
  isOpen: boolean;
  isReadOnly: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onChange: (milestone: MilestoneRow) => void;
}

/** A milestone as a sentence; opened, as an editor. */
export function MilestoneCard({ value, index, stages, isOpen, onOpenChange, ...props }: MilestoneCardProps) {
  const t = useTranslations('onboarding.milestones');
  const word = useSentences();
  const id = useId();
  const problems = useIssueCount(`milestones.${index}`);
  const stage = stages.find(({ key }) => key === value.stage);
  return (
    <div className="min-w-0">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => onOpenChange(!isOpen)}
        className="flex w-full min-w-0 items-start gap-2 rounded-sm py-1 text-left"
      >
        <ChevronRight
          aria-hidden="true"
          className={cn('mt-0.5 size-4 shrink-0 text-muted-foreground transition-transform', isOpen && 'rotate-90')}
        />
        <span className="grid min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-2 text-sm font-medium">
            <span className="break-words">{value.name || value.key || t('unnamed')}</span>
            {problems > 0 && <Badge variant="destructive">{t('problems', { count: problems })}</Badge>}
          </span>
          {!isOpen && (
            <span className="text-[13px] break-words text-muted-foreground">
              {value.conditions.length > 0 ? word(describeGroup(value)) : t('noConditions')}
              {stage && ` → ${t('enters', { stage: stage.name || stage.key })}`}
            </span>
          )}
        </span>
      </button>
      {isOpen && (
        <div id={id} className="grid min-w-0 gap-4 pt-2 pb-2 sm:pl-6">
          <MilestoneFields value={value} index={index} stages={stages} {...props} />
        </div>
      )}
    </div>
  );
}

type FieldsProps = Omit<MilestoneCardProps, 'isOpen' | 'onOpenChange'>;

function MilestoneFields({ value, index, stages, isReadOnly, onChange }: FieldsProps) {
  const t = useTranslations('onboarding.milestones');
  const id = useId();
  const path = `milestones.${index}`;
  const stageIssue = useIssue(`${path}.stage`);
  const change = (changes: Partial<MilestoneRow>) => onChange({ ...value, ...changes });
  return (
    <>
      <KeyedFields path={path} value={value} isReadOnly={isReadOnly} onChange={change} />
      <LineField
        label={t('about')}
        placeholder={t('about')}
        path={`${path}.description`}
        value={value.description}
        isReadOnly={isReadOnly}
        onChange={(description) => change({ description })}
      />
      <div className="grid gap-1.5">
        <p className="text-[13px] font-medium">{t('reachedWhen')}</p>
        <GroupEditor
          path={path}
          place=""
          depth={0}
          value={{ operator: value.operator, conditions: value.conditions }}
          onChange={({ operator, conditions }) => change({ operator, conditions })}
          emptyText={t('noConditions')}
        />
      </div>
      <div className="grid max-w-xs gap-1.5">
        <Label htmlFor={id}>{t('unlocks')}</Label>
        <Select
          value={value.stage ?? NONE}
          disabled={isReadOnly}
          onValueChange={(stage) => change({ stage: stage === NONE ? null : stage })}
        >
          <SelectTrigger id={id} aria-invalid={stageIssue !== undefined} className="w-full">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            <SelectItem value={NONE}>{t('noStage')}</SelectItem>
            {stages
              .filter(({ key }) => key !== '')
              .map(({ key, name }) => (
                <SelectItem key={key} value={key}>
                  {name || key}
                </SelectItem>
              ))}
          </SelectContent>
        </Select>
        <FieldError>{stageIssue}</FieldError>
      </div>
    </>
  );
}
