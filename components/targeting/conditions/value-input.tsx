'use client';

import { useTranslations } from 'next-intl';
import type { JsonValue, Operator } from '@/lib/engine/types';
import { InstantValueInput } from './instant-value-input';
import { ListValueInput } from './list-value-input';
import { NumberInput } from './number-input';
import { valueKindOf } from './operator-kinds';
import { PatternValueInput } from './pattern-value-input';
import { ScalarValueInput } from './scalar-value-input';
import { TextValueInput } from './text-value-input';

export interface ValueInputProps {
  operator: Operator;
  value: JsonValue | undefined;
  onChange: (value: JsonValue | undefined) => void;
  /** Values used with the attribute elsewhere. */
  suggestions: readonly string[];
  isInvalid: boolean;
  disabled?: boolean;
}

/** The value an operator compares with, in the way it is written. */
export function ValueInput(props: ValueInputProps) {
  const t = useTranslations('targeting.condition');
  const { operator, value, onChange, isInvalid, disabled } = props;
  const kind = valueKindOf(operator);
  const common = { label: t('value'), isInvalid, disabled };
  switch (kind) {
    case 'none':
    case 'segment':
      return null;
    case 'scalar':
      return <ScalarValueInput {...props} {...common} />;
    case 'list':
      return <ListValueInput {...props} {...common} />;
    case 'pattern':
      return <PatternValueInput {...props} {...common} />;
    case 'number':
      return <NumberInput value={value} onChange={onChange} {...common} className="w-36" />;
    case 'instant':
      return <InstantValueInput value={value} onChange={onChange} {...common} />;
    case 'semver':
    case 'cidr':
      return <TextValueInput {...props} {...common} placeholder={kind === 'semver' ? '1.4.2' : '10.0.0.0/8'} isCode />;
    case 'text':
      return <TextValueInput {...props} {...common} />;
  }
}
