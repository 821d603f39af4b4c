'use client';

import { useTranslations } from 'next-intl';
import {
  Select,
  SelectContent,
  SelectGroup,
  SelectItem,
  SelectLabel,
  SelectSeparator,
  SelectTrigger,
  SelectValue,
} from '@/components/ui/select';
import type { AttributeType, Operator } from '@/lib/engine/types';
import { isOperator, type OperatorGroup, operatorsFor } from './operator-kinds';

export interface OperatorSelectProps {
  value: Operator;
  /** What is known of the attribute: operators that suit it come first. */
  type: AttributeType | null;
  onChange: (operator: Operator) => void;
  disabled?: boolean;
}

export function OperatorSelect({ value, type, onChange, disabled }: OperatorSelectProps) {
  const t = useTranslations('targeting.condition');
  const { suiting, others } = operatorsFor(type);
  return (
    <Select value={value} onValueChange={(next) => isOperator(next) && onChange(next)} disabled={disabled}>
      <SelectTrigger aria-label={t('operator')} className="w-44 max-sm:w-full">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        {suiting.map((group) => (
          <Family key={group.family} group={group} />
        ))}
        <SelectSeparator />
        {others.map((group) => (
          <Family key={group.family} group={group} />
        ))}
      </SelectContent>
    </Select>
  );
}

function Family({ group }: { group: OperatorGroup }) {
  const t = useTranslations('targeting');
  return (
    <SelectGroup>
      <SelectLabel>{t(`family.${group.family}`)}</SelectLabel>
      {group.operators.map((operator) => (
        <SelectItem key={operator} value={operator}>
          {t(`operator.${operator}`)}
        </SelectItem>
      ))}
    </SelectGroup>
  );
}
