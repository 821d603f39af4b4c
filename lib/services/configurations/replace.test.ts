import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createFlag } from '../flags/create';
import { createTestServices, refusal, type TestServices } from '../testing';
import { compareEnvironments } from './compare';
import { getConfiguration } from './get';
import { listRevisions } from './list-revisions';
import { replaceConfiguration } from './replace';
import { enableFlag, killFlag } from './set-state';
import type { ConfigurationView } from './types';

let services: TestServices;
let count = 0;
let place = { flag: '', environment: 'development' };
let stored: ConfigurationView;
const put = (body: object) => replaceConfiguration(services.as('developer'), { ...stored, ...body });

/** The two rules of the contract's appendix, verbatim. */
const RULES = [
  {
    id: 'rule-001',
    name: 'Internal Team Members',
    description: 'Target internal team members for early access',
    operator: 'OR',
    enabled: true,
    conditions: [
      { attribute: 'email', operator: 'matches', value: '.*@marmitas\\.com' },
      { attribute: 'groups', operator: 'contains', value: 'internal-testers' },
    ],
  },
  {
    id: 'rule-002',
    name: 'Premium Customers in Production',
    description: 'Target premium customers in production environment',
    operator: 'AND',
    enabled: true,
    conditions: [
      { attribute: 'subscription', operator: 'equals', value: 'premium' },
      { attribute: 'environment', operator: 'equals', value: 'production' },
    ],
  },
];

beforeAll(async () => {
  services = await createTestServices();
});
beforeEach(async () => {
  count += 1;
  place = { flag: `flag-${count}`, environment: 'development' };
  await createFlag(services.as('admin'), { key: place.flag, type: 'boolean' });
  stored = await getConfiguration(services.as('viewer'), place);
});
afterAll(() => services.close());

it('takes what GET answers, and makes no version of it', async () => {
  expect(await put({})).toEqual(stored);
});

it('stores the difference as instructions', async () => {
  const answer = await put({ state: 'on', rules: RULES });
  expect(answer).toMatchObject({ version: 2, state: 'on' });
  expect(answer.rules).toEqual(RULES.map((rule) => ({ ...rule, serve: { variant: 'on' } })));
  const { items } = await listRevisions(services.as('viewer'), place);
  expect(items[0]?.instructions.map(({ kind }) => kind)).toEqual(['turnOn', 'addRule', 'addRule']);
});

it('is in conflict with any change since, whatever it touched', async () => {
  await enableFlag(services.as('developer'), place);
  const refused = await refusal(put({ offVariant: null }));
  expect([refused.code, refused.current]).toEqual([
    'version_conflict',
    await getConfiguration(services.as('viewer'), place),
  ]);
  const { version: _, ...versionless } = stored;
  expect((await refusal(replaceConfiguration(services.as('developer'), versionless))).code).toBe('version_required');
});

it('neither kills nor revives, and does not turn on what is killed', async () => {
  expect((await refusal(put({ killed: true }))).at).toEqual(['killed:killed_differs']);
  stored = await killFlag(services.as('developer'), place);
  expect((await refusal(put({ killed: false }))).at).toEqual(['killed:killed_differs']);
  expect((await refusal(put({ state: 'on' }))).code).toBe('flag_killed');
  expect(await put({ offVariant: null })).toMatchObject({ killed: true, offVariant: null });
});

it('needs what a rule of another type serves', async () => {
  await createFlag(services.as('admin'), {
    key: `text-${count}`,
    type: 'string',
    variants: [{ key: 'a', value: 'a' }],
  });
  stored = await getConfiguration(services.as('viewer'), { flag: `text-${count}`, environment: 'development' });
  const refused = await refusal(put({ rules: RULES.slice(0, 1) }));
  expect([refused.kind, refused.at]).toEqual(['invalid', ['rules.0.serve:serve_required']]);
});

it('is refused to viewers, strangers, and developers in production', async () => {
  for (const [role, kind] of [
    ['viewer', 'forbidden'],
    ['stranger', 'not_found'],
  ] as const) {
    expect((await refusal(replaceConfiguration(services.as(role), stored))).kind).toBe(kind);
  }
  expect((await refusal(put({ environment: 'production', state: 'on' }))).kind).toBe('forbidden');
});

it('compares environments by the instructions that would make one like the other', async () => {
  await put({ state: 'on', rules: RULES.slice(0, 1) });
  await killFlag(services.as('developer'), place);
  const asked = { flag: place.flag, from: 'development', to: 'staging' };
  const { instructions, messages } = await compareEnvironments(services.as('viewer'), asked);
  expect(instructions.map(({ kind }) => kind)).toEqual(['turnOn', 'addRule']);
  expect(messages).toHaveLength(2);
});
