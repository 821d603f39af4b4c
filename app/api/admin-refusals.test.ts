import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERNAL, PREMIUM } from './testing/example-rules';
import { errorOf } from './testing/read-error';
import { quickest } from './testing/quickest';
import { createWorld, type World } from './testing/world';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const P = '/api/admin/projects/default';
const configOf = (key: string, environment = 'production') => `${P}/flags/${key}/environments/${environment}`;
async function makeFlag(key: string): Promise<string> {
  await world.make('POST', `${P}/flags`, { key, type: 'boolean' });
  return key;
}

describe('refusals by meaning', () => {
  const cases: [string, number, string, unknown[]][] = [
    [
      'an unknown operator',
      400,
      'instructions.0.rule.conditions.0.operator',
      [{ kind: 'addRule', rule: { ...PREMIUM, conditions: [{ attribute: 'a', operator: 'sounds', value: 'x' }] } }],
    ],
    [
      'weights that do not total',
      422,
      'default',
      [
        {
          kind: 'setDefault',
          default: {
            split: [
              { variant: 'on', weight: 50_000 },
              { variant: 'off', weight: 49_999 },
            ],
          },
        },
      ],
    ],
    [
      'half a weight',
      422,
      'default',
      [
        {
          kind: 'setDefault',
          default: {
            split: [
              { variant: 'on', weight: 0.5 },
              { variant: 'off', weight: 99_999.5 },
            ],
          },
        },
      ],
    ],
    ['an absent variant', 422, 'default', [{ kind: 'setDefault', default: { variant: 'blue' } }]],
    [
      'an absent segment',
      422,
      'rules.0',
      [{ kind: 'addRule', rule: { ...PREMIUM, conditions: [{ segment: 'nobody-knows' }] } }],
    ],
    [
      'an absent segment, the other way',
      422,
      'rules.0',
      [
        {
          kind: 'addRule',
          rule: { ...PREMIUM, conditions: [{ attribute: '', operator: 'inSegment', value: 'nobody-knows' }] },
        },
      ],
    ],
    ['an empty OR', 422, 'rules.0', [{ kind: 'addRule', rule: { ...PREMIUM, operator: 'OR', conditions: [] } }]],
    [
      'a pattern that is none',
      422,
      'rules.0',
      [{ kind: 'addRule', rule: { ...PREMIUM, conditions: [{ attribute: 'a', operator: 'matches', value: '(' }] } }],
    ],
    [
      'an absent prerequisite',
      422,
      'prerequisites.0',
      [{ kind: 'setPrerequisites', prerequisites: [{ flag: 'nobody-knows', variants: ['on'] }] }],
    ],
    [
      'itself as prerequisite',
      422,
      'prerequisites',
      [{ kind: 'setPrerequisites', prerequisites: [{ flag: 'judged', variants: ['on'] }] }],
    ],
    ['an unknown instruction', 400, 'instructions.0', [{ kind: 'explode' }]],
    ['an absent rule', 422, '', [{ kind: 'removeRule', id: 'nobody-knows' }]],
  ];
  it.each(cases)('%s', async (_, status, place, instructions) => {
    const known = await world.call('GET', `${P}/flags/judged`);
    if (known.status === 404) await makeFlag('judged');
    const answer = await world.call('POST', `${configOf('judged')}/changes`, { body: { version: 1, instructions } });
    expect([answer.status, errorOf(answer.json).issues[0]?.path]).toEqual([status, expect.stringContaining(place)]);
    expect(answer.text).not.toMatch(/nobody-knows|sounds|blue|explode/);
  });

  it('a pattern of catastrophe is taken and stays linear; names of prototypes are names', async () => {
    const path = configOf(await makeFlag('constructor'));
    const conditions = [{ attribute: 'a', operator: 'matches', value: '(a+)+$' }];
    await world.make('POST', `${path}/changes`, {
      version: 1,
      instructions: [
        { kind: 'turnOn' },
        { kind: 'setDefault', default: { variant: 'off' } },
        { kind: 'addRule', rule: { ...PREMIUM, conditions } },
        { kind: 'addRule', rule: { ...INTERNAL, conditions: [{ attribute: '__proto__', operator: 'exists' }] } },
      ],
    });
    const context = { targetingKey: 'u', a: `${'a'.repeat(4_000)}!` };
    const { ms, result } = await quickest(() => world.make('POST', `${path}/explain`, { context }), 1_000);
    expect(result).toMatchObject({ value: false, cause: 'default' });
    expect(ms).toBeLessThan(1_000);
    expect(await world.make('POST', `${path}/explain`, { context: { a: 'aaa' } })).toMatchObject({ value: true });
    expect(await world.make('GET', `${P}/flags/constructor`)).toMatchObject({ key: 'constructor' });
    const proto = await world.call('POST', `${P}/flags`, { body: { key: '__proto__', type: 'boolean' } });
    expect([proto.status, errorOf(proto.json).issues]).toEqual([
      400,
      [expect.objectContaining({ path: 'key', code: 'invalid_key' })],
    ]);
  });
});
