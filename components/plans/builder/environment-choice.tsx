'use client';

import { useTranslations } from 'next-intl';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { useBuilder } from './builder-context';
import type { FieldControl } from './field';

export interface EnvironmentChoiceProps extends Partial<FieldControl> {
  /** Empty for none. */
  value: string;
  onChange: (key: string) => void;
  /** What none is called: offered first. Without it one has to be chosen. */
  none?: string;
}

/** Radix has no empty value; keys have no asterisk. */
const NONE = '*';

/** One of the environments whose plans one may change. */
export function EnvironmentChoice({ value, onChange, none, ...control }: EnvironmentChoiceProps) {
  const t = useTranslations('plans.builder');
  const { environments } = useBuilder();
  return (
    <Select
      value={value || (none === undefined ? '' : NONE)}
      onValueChange={(key) => onChange(key === NONE ? '' : key)}
    >
      <SelectTrigger {...control} className="w-full">
        <SelectValue placeholder={t('chooseEnvironment')} />
      </SelectTrigger>
      <SelectContent>
        {none !== undefined && <SelectItem value={NONE}>{none}</SelectItem>}
        {environments.map((environment) => (
          <SelectItem key={environment.key} value={environment.key} disabled={!environment.can.editPlans}>
            <EnvironmentBadge environment={environment} variant="plain" />
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
