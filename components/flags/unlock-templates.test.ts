import { describe, expect, it } from 'vitest';
import { applyInstructions } from '@/lib/changes/apply';
import { completeInstructions } from '@/lib/changes/complete';
import { newConfiguration } from '@/lib/changes/new-configuration';
import { evaluate } from '@/lib/engine/evaluate';
import { mergeContext, type Profile } from '@/lib/engine/merge-context';
import { createRuleset } from '@/lib/engine/ruleset';
import { flagItems } from '@/lib/engine/test-items';
import type { Item } from '@/lib/engine/types';
import { changeSchema } from '@/lib/schemas/instruction';
import { FLAG_TEMPLATES, type FlagTemplateId, firstVariants, templateInstructions } from './flag-templates';

const JOINED = Date.parse('2026-03-02T09:00:00Z');
const DAY = 86_400_000;

/** A project whose one flag was made from a template and turned on. */
function rulesetOf(id: FlagTemplateId) {
  const variants = firstVariants('boolean', id);
  const definition = { type: 'boolean', variants } as const;
  const asked = [{ kind: 'turnOn' }, ...templateInstructions(id, variants, 'Rule')];
  const { instructions } = changeSchema.parse({ instructions: asked });
  const subject = { definition, configuration: newConfiguration(definition) };
  const complete = completeInstructions(definition, instructions, () => 'rule-1');
  const configuration = applyInstructions(subject, complete);
  const items: Item[] = [
    ...flagItems('tools', { definition, configuration }),
    {
      kind: 'onboarding',
      key: 'default',
      body: { v: 1, stages: ['signup_complete', 'active'], roles: ['employee', 'manager', 'admin'] },
    },
    {
      kind: 'tenant',
      key: 'acme',
      body: { v: 1, attributes: { plan: 'early-adopter' }, roles: [{ key: 'foreman', ranksWith: 'manager' }] },
    },
    { kind: 'tenant', key: 'globex', body: { v: 1, attributes: { plan: 'pro' } } },
  ];
  return createRuleset({ project: 'default', environment: 'production', epoch: 'test', number: 1, items });
}

/** What a server key is answered for a subject that is stored like this. */
function answers(id: FlagTemplateId, stored: Partial<Profile>, now = JOINED) {
  const ruleset = rulesetOf(id);
  const unknown = { attributes: {}, role: null, tenant: null, joinedAt: JOINED, stage: null, counters: {} };
  const profile = { ...unknown, ...stored };
  const merged = mergeContext({ ruleset, context: { targetingKey: 'u1' }, profile, isTrusted: true, now });
  const { value } = evaluate(ruleset, 'tools', merged.context, now, { reserved: merged.reserved ?? undefined });
  return value;
}

describe('a template unlocks', () => {
  it('what comes after the e-mail address is verified', () => {
    expect(answers('emailVerified', { attributes: { emailVerified: false } })).toBe(false);
    expect(answers('emailVerified', {})).toBe(false);
    expect(answers('emailVerified', { attributes: { emailVerified: true } })).toBe(true);
  });

  it('what comes after three actions', () => {
    expect(answers('actions', {})).toBe(false);
    expect(answers('actions', { counters: { action_completed: 2, other: 9 } })).toBe(false);
    expect(answers('actions', { counters: { action_completed: 3 } })).toBe(true);
    expect(answers('actions', { attributes: { counters: { action_completed: 3 } } })).toBe(false);
  });

  it('what comes on the seventh day, at the instant it begins', () => {
    expect(answers('week', {}, JOINED + 7 * DAY - 1)).toBe(false);
    expect(answers('week', {}, JOINED + 7 * DAY)).toBe(true);
    expect(answers('week', { joinedAt: null }, JOINED + 99 * DAY)).toBe(false);
  });

  it('tools for managers, who keep them when they become admin', () => {
    expect(answers('role', { role: 'employee' })).toBe(false);
    expect(answers('role', { role: 'manager' })).toBe(true);
    expect(answers('role', { role: 'admin' })).toBe(true);
    expect(answers('role', { role: 'Manager' })).toBe(false);
    expect(answers('role', {})).toBe(false);
  });

  it('tools for a tenant’s own role, as high as it ranks there and nowhere else', () => {
    expect(answers('role', { role: 'foreman', tenant: 'acme' })).toBe(true);
    expect(answers('role', { role: 'foreman', tenant: 'globex' })).toBe(false);
    expect(answers('role', { role: 'foreman' })).toBe(false);
    expect(answers('role', { role: 'admin', tenant: 'acme' })).toBe(true);
  });

  it('what early-adopter organisations get, for all their subjects', () => {
    expect(answers('earlyAdopters', { tenant: 'acme' })).toBe(true);
    expect(answers('earlyAdopters', { tenant: 'acme', role: 'employee' })).toBe(true);
    expect(answers('earlyAdopters', { tenant: 'globex' })).toBe(false);
    expect(answers('earlyAdopters', {})).toBe(false);
  });

  it('nothing for anybody unless its rule says so', () => {
    const unlocking = FLAG_TEMPLATES.filter(({ kind }) => kind === 'permission').map(({ id }) => id);
    expect(unlocking).toHaveLength(6);
    expect(unlocking.filter((id) => answers(id, {}) !== false)).toEqual([]);
  });
});
