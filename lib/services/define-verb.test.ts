import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { versionSchema } from '@/lib/schemas/text';
import { changeError, issue } from '@/lib/changes/issue';
import { defineRead, defineVerb } from './define-verb';
import { createTestServices, refusal, type TestServices } from './testing';

let services: TestServices;

const write = defineVerb({
  verbName: 'test.write',
  input: z.strictObject({
    environment: z.string(),
    version: versionSchema,
    dry: z.boolean().optional(),
    comment: z.string().optional(),
    urgent: z.boolean().optional(),
  }),
  permission: 'config.edit',
  locks: ({ environment }) => ({ environments: [environment] }),
  reaches: (tx, { environment }) => [tx.environment(environment)],
  comment: ({ comment }) => comment,
  isCommentFree: ({ urgent }) => urgent ?? false,
  run: async (tx, { environment }) => {
    tx.audit({ action: 'test.write', environment });
    return tx.environment(environment).key;
  },
});
const attempts = () => services.db.attempt.findMany({ where: { action: 'test.write' }, orderBy: { id: 'asc' } });

beforeAll(async () => {
  services = await createTestServices();
  await services.db.environment.updateMany({ where: { key: 'staging' }, data: { requireComment: true } });
});
afterAll(() => services.close());

describe('a write', () => {
  const input = { environment: 'development', version: 1 };

  it('runs for who may', async () => {
    expect(await write(services.as('developer'), input)).toBe('development');
  });

  it('is 404 for a stranger, before anything is said about the input', async () => {
    expect((await refusal(write(services.as('stranger'), {}))).kind).toBe('not_found');
  });

  it('is 403 for who may only look, and is noted', async () => {
    const before = (await attempts()).length;
    expect((await refusal(write(services.as('viewer'), { nonsense: true }))).kind).toBe('forbidden');
    const noted = (await attempts()).slice(before);
    expect(noted.map(({ kind, actorId, projectId }) => [kind, actorId, projectId])).toEqual([
      ['refused', 'user-viewer', services.projectId],
    ]);
  });

  it('is 403 where a protected environment is reached by who may not', async () => {
    const production = { ...input, environment: 'production' };
    expect((await refusal(write(services.as('developer'), production))).kind).toBe('forbidden');
    expect(await write(services.as('editor'), production)).toBe('production');
  });

  it('is 400 with the place of what is wrong', async () => {
    const refused = await refusal(write(services.as('admin'), { ...input, version: 'three', environment: 'x' }));
    expect([refused.kind, refused.code, refused.at]).toEqual(['invalid', 'invalid', ['version:expected_number']]);
  });

  it('is 400 without a version, by a code of its own', async () => {
    const refused = await refusal(write(services.as('admin'), { environment: 'development' }));
    expect([refused.kind, refused.code]).toEqual(['invalid', 'version_required']);
  });

  it('wants a comment where the environment does, unless it is an emergency', async () => {
    const staging = { ...input, environment: 'staging' };
    const refused = await refusal(write(services.as('developer'), { ...staging, comment: '  ' }));
    expect([refused.kind, refused.code]).toEqual(['refused', 'comment_required']);
    expect(await write(services.as('developer'), { ...staging, comment: 'because' })).toBe('staging');
    expect(await write(services.as('developer'), { ...staging, urgent: true })).toBe('staging');
  });
});

it('asks for the permission that the input needs', async () => {
  const verb = defineVerb({
    verbName: 'test.either',
    input: z.object({ dry: z.boolean() }),
    permission: 'config.edit',
    permissionOf: ({ dry }) => (dry ? 'flag.view' : 'config.edit'),
    locks: () => ({}),
    reaches: () => [],
    run: async (_, { dry }) => dry,
  });
  expect(await verb(services.as('viewer'), { dry: true })).toBe(true);
  expect((await refusal(verb(services.as('viewer'), { dry: false }))).kind).toBe('forbidden');
  expect((await refusal(verb(services.as('stranger'), { dry: true }))).kind).toBe('not_found');
});

it('words the refusal of a change as a refusal of the service', async () => {
  const failing = (code: 'rule_absent' | 'serve_required' | 'flag_killed') =>
    defineRead({
      verbName: 'test.fail',
      input: z.object({}),
      permission: 'flag.view',
      run: () => Promise.reject(changeError(issue('rules.0', code))),
    })(services.as('viewer'), {});
  const absent = await refusal(failing('rule_absent'));
  expect([absent.kind, absent.code, absent.at]).toEqual(['refused', 'change_refused', ['rules.0:rule_absent']]);
  expect((await refusal(failing('serve_required'))).kind).toBe('invalid');
  expect((await refusal(failing('flag_killed'))).code).toBe('flag_killed');
});

it('lets other errors through as they are', async () => {
  const failing = defineRead({
    verbName: 'test.break',
    input: z.object({}),
    permission: 'flag.view',
    run: () => Promise.reject(new TypeError('a bug')),
  });
  await expect(failing(services.as('viewer'), {})).rejects.toThrow(TypeError);
});
