'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { moveItem } from '@/components/shared/move-item';
import { SortableList } from '@/components/shared/sortable-list';
import { newRuleId } from '@/components/targeting/rule-list';
import { EditorCard } from './editor-card';
import { MilestoneCard } from './milestone-card';
import type { MilestoneRow, StageRow } from './onboarding-draft';
import { RemoveRow } from './remove-row';

export interface MilestonesEditorProps {
  value: readonly MilestoneRow[];
  stages: readonly StageRow[];
  onChange: (milestones: MilestoneRow[]) => void;
  isReadOnly: boolean;
}

const blank = (id: string): MilestoneRow => ({
  id,
  isKept: false,
  key: '',
  name: '',
  description: '',
  operator: 'AND',
  conditions: [],
  stage: null,
});

/** What a subject may reach, each by conditions over what is known of it. */
export function MilestonesEditor({ value, stages, onChange, isReadOnly }: MilestonesEditorProps) {
  const t = useTranslations('onboarding.milestones');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string, isOpen: boolean) => {
    const next = new Set(open);
    if (isOpen) next.add(id);
    else next.delete(id);
    setOpen(next);
  };
  const add = () => {
    const id = newRuleId();
    onChange([...value, blank(id)]);
    toggle(id, true);
  };
  const nameOf = ({ name, key }: MilestoneRow): string => name || key || t('unnamed');
  return (
    <EditorCard
      path="milestones"
      title={t('title')}
      description={t('description')}
      addLabel={t('add')}
      onAdd={isReadOnly ? null : add}
    >
      {value.length === 0 && <p className="text-[13px] text-muted-foreground">{t('none')}</p>}
      {value.length > 0 && (
        <SortableList
          label={t('title')}
          items={value}
          idOf={({ id }) => id}
          nameOf={nameOf}
          isReadOnly={isReadOnly}
          onMove={(from, to) => onChange(moveItem(value, from, to))}
        >
          {(milestone, index) => (
            <div className="flex items-start gap-2">
              <div className="min-w-0 flex-1">
                <MilestoneCard
                  value={milestone}
                  index={index}
                  stages={stages}
                  isOpen={open.has(milestone.id)}
                  isReadOnly={isReadOnly}
                  onOpenChange={(isOpen) => toggle(milestone.id, isOpen)}
                  onChange={(next) => onChange(value.with(index, next))}
                />
              </div>
              {!isReadOnly && (
                <RemoveRow name={nameOf(milestone)} onRemove={() => onChange(value.toSpliced(index, 1))} />
              )}
            </div>
          )}
        </SortableList>
      )}
    </EditorCard>
  );
}
