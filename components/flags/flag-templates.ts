import {
  Activity,
  Beaker,
  Building2,
  CalendarCheck,
  type LucideIcon,
  MailCheck,
  OctagonX,
  Percent,
  Rocket,
  UserCog,
  Users,
} from 'lucide-react';
import type { z } from 'zod';
import type { AttributeCondition, FlagType, Variant } from '@/lib/engine/types';
import type { instructionSchema } from '@/lib/schemas/instruction';
import type { FlagKind } from '@/lib/services/flags/types';

/** Templates that unlock a flag for whom one condition holds. */
type UnlockTemplateId = 'beta' | 'emailVerified' | 'actions' | 'week' | 'role' | 'earlyAdopters';
export type FlagTemplateId = 'release' | 'killSwitch' | 'percentage' | 'experiment' | UnlockTemplateId;
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
  { id: 'emailVerified', kind: 'permission', type: 'boolean', Icon: MailCheck },
  { id: 'actions', kind: 'permission', type: 'boolean', Icon: Activity },
  { id: 'week', kind: 'permission', type: 'boolean', Icon: CalendarCheck },
  { id: 'role', kind: 'permission', type: 'boolean', Icon: UserCog },
  { id: 'earlyAdopters', kind: 'permission', type: 'boolean', Icon: Building2 },
];

const TEN_PERCENT = 10_000;
const HALF = 50_000;

/** To begin with: names and numbers are then made one's own. */
const UNLOCKS: Readonly<Record<UnlockTemplateId, AttributeCondition>> = {
  beta: { attribute: 'groups', operator: 'contains', value: 'beta' },
  emailVerified: { attribute: 'emailVerified', operator: 'equals', value: true },
  actions: { attribute: 'counters.action_completed', operator: 'greaterOrEqual', value: 3 },
  week: { attribute: 'daysSinceJoined', operator: 'greaterOrEqual', value: 7 },
  role: { attribute: 'roleAtLeast', operator: 'contains', value: 'manager' },
  earlyAdopters: { attribute: 'tenantInfo.plan', operator: 'equals', value: 'early-adopter' },
};

const isUnlock = (id: FlagTemplateId): id is UnlockTemplateId => Object.hasOwn(UNLOCKS, id);

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
  if (isUnlock(id) && has('on', 'off')) {
    return [rest, { kind: 'addRule', rule: { ...rule, conditions: [UNLOCKS[id]] } }];
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
