import { Beaker, type LucideIcon, OctagonX, Percent, Rocket, Users } from 'lucide-react';
import type { z } from 'zod';
import type { FlagType, Variant } from '@/lib/engine/types';
import type { instructionSchema } from '@/lib/schemas/instruction';
import type { FlagKind } from '@/lib/services/flags/types';

export type FlagTemplateId = 'release' | 'killSwitch' | 'percentage' | 'beta' | 'experiment';
export type FirstInstruction = z.input<typeof instructionSchema>;

export interface FlagTemplate {
  id: FlagTemplateId;
  kind: FlagKind;
  type: FlagType;
  Icon: LucideIcon;
}

export const FLAG_TEMPLATES: readonly FlagTemplate[] = [
  { id: 'release', kind: 'release', type: 'boolean', Icon: Rocket },
  { id: 'killSwitch', kind: 'operational', type: 'boolean', Icon: OctagonX },
  { id: 'percentage', kind: 'release', type: 'boolean', Icon: Percent },
  { id: 'beta', kind: 'permission', type: 'boolean', Icon: Users },
  { id: 'experiment', kind: 'experiment', type: 'string', Icon: Beaker },
];

const TEN_PERCENT = 10_000;
const HALF = 50_000;

/**
 * First instructions a template gives every environment one may edit; the flag stays off until turned on. They speak
 * of the variants the template starts with: for others nothing is prepared.
 */
export function templateInstructions(
  id: FlagTemplateId,
  variants: readonly Variant[],
  ruleName: string,
): FirstInstruction[] {
  const has = (...keys: string[]): boolean => keys.every((key) => variants.some((variant) => variant.key === key));
  const rest: FirstInstruction = { kind: 'setDefault', default: { variant: 'off' } };
  const rule = { name: ruleName, operator: 'AND' as const, serve: { variant: 'on' } };
  if (id === 'percentage' && has('on', 'off')) {
    return [rest, { kind: 'addRule', rule: { ...rule, conditions: [], rollout: { percentage: TEN_PERCENT } } }];
  }
  if (id === 'beta' && has('on', 'off')) {
    const conditions = [{ attribute: 'groups', operator: 'contains' as const, value: 'beta' }];
    return [rest, { kind: 'addRule', rule: { ...rule, conditions } }];
  }
  if (id === 'experiment' && has('control', 'treatment')) {
    const split = ['control', 'treatment'].map((variant) => ({ variant, weight: HALF }));
    return [{ kind: 'setDefault', default: { split } }];
  }
  return [];
}

/** What a flag of a type starts with. */
export function firstVariants(type: FlagType, template: FlagTemplateId): Variant[] {
  switch (type) {
    case 'boolean':
      return [
        { key: 'on', value: true },
        { key: 'off', value: false },
      ];
    case 'string':
      return template === 'experiment'
        ? ['control', 'treatment'].map((key) => ({ key, value: key }))
        : ['a', 'b'].map((key) => ({ key, value: key }));
    case 'number':
      return [
        { key: 'low', value: 1 },
        { key: 'high', value: 10 },
      ];
    case 'json':
      return [
        { key: 'a', value: {} },
        { key: 'b', value: {} },
      ];
  }
}
