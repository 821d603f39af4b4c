'use client';

import { useTranslations } from 'next-intl';
import { moveItem } from '@/components/shared/move-item';
import { SortableList } from '@/components/shared/sortable-list';
import { newRuleId } from '@/components/targeting/rule-list';
import { EditorCard } from './editor-card';
import { KeyedFields } from './keyed-fields';
import type { StageRow } from './onboarding-draft';
import { RemoveRow } from './remove-row';

export interface StagesEditorProps {
  value: readonly StageRow[];
  onChange: (stages: StageRow[]) => void;
  isReadOnly: boolean;
}

/** The stages from the first to the last. */
export function StagesEditor({ value, onChange, isReadOnly }: StagesEditorProps) {
  const t = useTranslations('onboarding.stages');
  const nameOf = ({ name, key }: StageRow): string => name || key || t('unnamed');
  return (
    <EditorCard
      path="stages"
      title={t('title')}
      description={t('description')}
      addLabel={t('add')}
      onAdd={isReadOnly ? null : () => onChange([...value, { id: newRuleId(), isKept: false, key: '', name: '' }])}
    >
      <SortableList
        label={t('title')}
        items={value}
        idOf={({ id }) => id}
        nameOf={nameOf}
        isReadOnly={isReadOnly}
        onMove={(from, to) => onChange(moveItem(value, from, to))}
      >
        {(stage, index) => (
          <div className="flex items-start gap-2">
            <span aria-hidden="true" className="flex h-8 w-5 items-center text-xs text-muted-foreground tabular-nums">
              {index + 1}
            </span>
            <KeyedFields
              path={`stages.${index}`}
              value={stage}
              isReadOnly={isReadOnly}
              onChange={(changes) => onChange(value.with(index, { ...stage, ...changes }))}
            />
            {!isReadOnly && value.length > 1 && (
              <RemoveRow name={nameOf(stage)} onRemove={() => onChange(value.toSpliced(index, 1))} />
            )}
          </div>
        )}
      </SortableList>
    </EditorCard>
  );
}
