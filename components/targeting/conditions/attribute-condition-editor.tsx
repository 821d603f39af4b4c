'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { useSubjectRoles } from '@/lib/client/use-subject-roles';
import type { AttributeCondition, Condition, Operator } from '@/lib/engine/types';
import { useIssue } from '../issues-context';
import { useConditions } from './conditions-context';
import { suggestionFor } from './attribute-suggestions';
import { ConditionFrame } from './condition-frame';
import { convertValue, operatorsFor, valueKindOf } from './operator-kinds';
import { OperatorSelect } from './operator-select';
import { ValueInput } from './value-input';

export interface AttributeConditionEditorProps {
  path: string;
  place: string;
  value: AttributeCondition;
  onChange: (value: Condition) => void;
  menu: ReactNode;
}

/** Their values are the project's subject roles. */
const ROLE_ATTRIBUTES = ['role', 'roleAtLeast'];

/** Attribute, operator and value. */
export function AttributeConditionEditor({ path, place, value, onChange, menu }: AttributeConditionEditorProps) {
  const t = useTranslations('targeting.condition');
  const { project, suggestions, isReadOnly } = useConditions();
  const attributeIssue = useIssue(`${path}.attribute`);
  const valueIssue = useIssue(`${path}.value`);
  const suggestion = suggestionFor(suggestions, value.attribute);
  const isRole = ROLE_ATTRIBUTES.includes(value.attribute);
  const { data: roles = [] } = useSubjectRoles(project, isRole && !isReadOnly);
  const values = [...new Set([...(isRole ? roles : []), ...(suggestion?.values ?? [])])];
  const options = suggestions.map(({ name, type }) => ({
    value: name,
    label: name,
    hint: type ? t(`type.${type}`) : undefined,
  }));

  const chooseOperator = (operator: Operator) => {
    const kind = valueKindOf(operator);
    const kept = kind === valueKindOf(value.operator) ? value.value : convertValue(value.value, kind);
    onChange({ attribute: value.attribute, operator, ...(kept !== undefined && { value: kept }) });
  };
  const chooseAttribute = (attribute: string) => {
    const type = suggestionFor(suggestions, attribute)?.type ?? null;
    const isUntouched = value.attribute === '' && value.operator === 'equals' && value.value === '';
    const first = operatorsFor(type).suiting[0]?.operators[0];
    if (!isUntouched || !first || first === 'equals') return onChange({ ...value, attribute });
    const empty = convertValue('', valueKindOf(first));
    onChange({ attribute, operator: first, ...(empty !== undefined && { value: empty }) });
  };
  return (
    <ConditionFrame place={place} problems={[attributeIssue, valueIssue]} menu={menu}>
      <Combobox
        value={value.attribute === '' ? null : value.attribute}
        onValueChange={chooseAttribute}
        options={options}
        allowCustom
        placeholder={t('attributePlaceholder')}
        searchPlaceholder={t('attributeSearch')}
        aria-label={t('attribute')}
        aria-invalid={attributeIssue !== undefined}
        disabled={isReadOnly}
        className="w-44 font-mono text-[13px] max-sm:w-full"
      />
      <OperatorSelect
        value={value.operator}
        type={suggestion?.type ?? null}
        onChange={chooseOperator}
        disabled={isReadOnly}
      />
      <ValueInput
        operator={value.operator}
        value={value.value}
        suggestions={values}
        isInvalid={valueIssue !== undefined}
        disabled={isReadOnly}
        onChange={(next) => {
          const { value: _, ...rest } = value;
          onChange(next === undefined ? rest : { ...rest, value: next });
        }}
      />
    </ConditionFrame>
  );
}
