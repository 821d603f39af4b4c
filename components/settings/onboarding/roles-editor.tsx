'use client';

import { useTranslations } from 'next-intl';
import { moveItem } from '@/components/shared/move-item';
import { SortableList } from '@/components/shared/sortable-list';
import { newRuleId } from '@/components/targeting/rule-list';
import { EditorCard } from './editor-card';
import { LineField } from './keyed-fields';
import type { RoleRow } from './onboarding-draft';
import { RemoveRow } from './remove-row';

export interface RolesEditorProps {
  value: readonly RoleRow[];
  onChange: (roles: RoleRow[]) => void;
  isReadOnly: boolean;
}

/** Subject roles from the lowest to the highest. */
export function RolesEditor({ value, onChange, isReadOnly }: RolesEditorProps) {
  const t = useTranslations('onboarding.roles');
  const nameOf = ({ key }: RoleRow): string => key || t('unnamed');
  return (
    <EditorCard
      path="roles"
      title={t('title')}
      description={t('description')}
      addLabel={t('add')}
      onAdd={isReadOnly ? null : () => onChange([...value, { id: newRuleId(), isKept: false, key: '' }])}
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
          {(role, index) => (
            <div className="flex items-start gap-2">
              <LineField
                label={t('role', { place: index + 1 })}
                placeholder={t('placeholder')}
                path={`roles.${index}`}
                value={role.key}
                isReadOnly={isReadOnly || role.isKept}
                isCode
                autoFocus={!role.isKept && role.key === ''}
                onChange={(key) => onChange(value.with(index, { ...role, key }))}
              />
              {!isReadOnly && <RemoveRow name={nameOf(role)} onRemove={() => onChange(value.toSpliced(index, 1))} />}
            </div>
          )}
        </SortableList>
      )}
    </EditorCard>
  );
}
