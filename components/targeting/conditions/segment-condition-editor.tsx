'use client';

import { SquareDashed } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { useSegmentOptions } from '@/lib/client/use-segment-options';
import type { Condition } from '@/lib/engine/types';
import { useIssue } from '../issues-context';
import { useConditions } from './conditions-context';
import { ConditionFrame } from './condition-frame';
import { type SegmentCheck, segmentCondition } from './segment-condition';

export interface SegmentConditionEditorProps {
  path: string;
  place: string;
  value: SegmentCheck;
  onChange: (value: Condition) => void;
  menu: ReactNode;
}

/** Whether the subject belongs to a segment. */
export function SegmentConditionEditor({ path, place, value, onChange, menu }: SegmentConditionEditorProps) {
  const t = useTranslations('targeting.segment');
  const { project, isReadOnly } = useConditions();
  const found = useSegmentOptions(project, !isReadOnly);
  const segmentIssue = useIssue(`${path}.segment`);
  const valueIssue = useIssue(`${path}.value`);
  const problem = segmentIssue ?? valueIssue;
  const options = (found.data?.items ?? []).map(({ key, name }) => ({ value: key, label: key, hint: name }));
  return (
    <ConditionFrame place={place} problems={[problem]} menu={menu}>
      <span className="flex h-8 items-center gap-1.5 text-[13px] text-muted-foreground">
        <SquareDashed aria-hidden="true" className="size-4" />
        {t('subject')}
      </span>
      <Select
        value={value.isNegated ? 'out' : 'in'}
        onValueChange={(next) => onChange(segmentCondition({ ...value, isNegated: next === 'out' }))}
        disabled={isReadOnly}
      >
        <SelectTrigger aria-label={t('operator')} className="w-44 max-sm:w-full">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value="in">{t('in')}</SelectItem>
          <SelectItem value="out">{t('out')}</SelectItem>
        </SelectContent>
      </Select>
      <Combobox
        value={value.key === '' ? null : value.key}
        onValueChange={(key) => onChange(segmentCondition({ ...value, key }))}
        options={options}
        allowCustom
        emptyText={t('none')}
        placeholder={t('placeholder')}
        aria-label={t('label')}
        aria-invalid={problem !== undefined}
        disabled={isReadOnly}
        className="w-56 font-mono text-[13px] max-sm:w-full"
      />
    </ConditionFrame>
  );
}
