import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeConfiguration } from '../configurations/change';
import { getConfiguration } from '../configurations/get';
import { listRevisions } from '../configurations/list-revisions';
import { disableFlag, enableFlag, followDefault } from '../configurations/set-state';
import { undoChange } from '../configurations/undo';
import { archiveFlag } from '../flags/archive';
import { createFlag } from '../flags/create';
import { getFlag } from '../flags/get';
import { removeFlag } from '../flags/remove';
import { updateFlag } from '../flags/update';
import { createTestServices, refusal, type TestRole, type TestServices } from '../testing';
import { declareFlags } from './declare';
import { listDeclarations } from './list';

let services: TestServices;
const as = (role: TestRole = 'admin') => services.as(role);

interface Post {
  environment?: string;
  source?: string;
  version?: string;
}
const declare = (flags: object[], post: Post = {}, role: TestRole = 'admin') =>
  declareFlags(as(role), { environment: 'development', source: 'web', version: '1.0.0', ...post, flags });
const boolean = (key: string, value = true) => ({ key, description: '', type: 'boolean', default: value });
const text = (key: string, value: string) => ({ key, description: '', type: 'string', default: value });

const environment = (key = 'development') => services.db.environment.findFirstOrThrow({ where: { key } });
const numbers = async () => (await services.db.environment.findMany({ orderBy: { key: 'asc' } })).map((e) => e.number);
const audits = (flag: string) =>
  services.db.auditEntry.findMany({ where: { flag }, orderBy: { seq: 'asc' } }).then((all) => all.map((e) => e.action));
const inForce = async (flag: string, key = 'development') =>
  (await getFlag(as(), { key: flag })).environments[key]?.codeDefault;
/** The flags of other tests of this file are declared by sources of their own, and so are not withdrawn. */
let count = 0;
const source = () => `source-${(count += 1)}`;

beforeAll(async () => {
  services = await createTestServices();
});
afterAll(() => services.close());

describe('a flag declared for the first time', () => {
  it('is made: following its default here, off elsewhere', async () => {
    const from = source();
    const report = await declare([boolean('made'), text('colour', 'blue')], { source: from });
    expect(report).toMatchObject({
      created: ['made', 'colour'],
      changed: [],
      unchanged: 0,
      withdrawn: [],
      conflicts: [],
    });
    const made = await getFlag(as(), { key: 'made' });
    expect(made).toMatchObject({
      origin: 'code',
      variants: [{ key: 'on' }, { key: 'off' }],
      environments: {
        development: { state: 'default', codeDefault: { variant: 'on', enabled: true } },
        staging: { state: 'off', codeDefault: null },
        production: { state: 'off', codeDefault: null },
      },
    });
    expect(await getFlag(as(), { key: 'colour' })).toMatchObject({
      variants: [{ key: 'default', value: 'blue' }],
      environments: { development: { codeDefault: { variant: 'default', enabled: true } } },
    });
    expect(await audits('made')).toEqual(['flag.create']);
    const { items } = await listRevisions(as(), { flag: 'made', environment: 'development' });
    expect(items).toMatchObject([{ version: 1, comment: `${from} 1.0.0` }]);
  });

  it('keeps its state if it was made in the dashboard', async () => {
    await createFlag(as(), { key: 'older', type: 'boolean' });
    expect(await declare([boolean('older')], { source: source() })).toMatchObject({ created: [], changed: ['older'] });
    const older = await getFlag(as(), { key: 'older' });
    expect(older).toMatchObject({ origin: 'dashboard', environments: { development: { state: 'off', version: 1 } } });
    expect(older.environments.development?.codeDefault).toEqual({ variant: 'on', enabled: true });
    expect(await audits('older')).toEqual(['flag.create', 'flag.declare']);
    expect(await followDefault(as(), { flag: 'older', environment: 'development' })).toMatchObject({
      state: 'default',
    });
  });

  it('follows its default in another environment too, unless somebody configured it there', async () => {
    const from = source();
    const flags = [boolean('wandering'), boolean('decided')];
    await declare(flags, { source: from });
    await enableFlag(as(), { flag: 'decided', environment: 'staging' });
    await disableFlag(as(), { flag: 'decided', environment: 'staging' });
    await declare(flags, { source: from, environment: 'staging', version: '2.0.0' });
    const staging = { environment: 'staging' };
    expect(await getConfiguration(as(), { flag: 'wandering', ...staging })).toMatchObject({
      state: 'default',
      version: 2,
    });
    expect(await getConfiguration(as(), { flag: 'decided', ...staging })).toMatchObject({ state: 'off', version: 3 });
    const { items } = await listRevisions(as(), { flag: 'wandering', ...staging });
    expect(items[0]).toMatchObject({
      version: 2,
      comment: `${from} 2.0.0`,
      messages: [{ id: 'instruction.followDefault' }],
    });
    expect(await undoChange(as(), { flag: 'wandering', ...staging, version: 2 })).toMatchObject({ state: 'off' });
    await declare(flags, { source: from, environment: 'staging', version: '2.0.1' });
    expect(await getConfiguration(as(), { flag: 'wandering', ...staging })).toMatchObject({ state: 'off' });
  });

  it('is not switched by a declaration once it is on', async () => {
    await createFlag(as(), { key: 'lit', type: 'boolean' });
    await enableFlag(as(), { flag: 'lit', environment: 'development' });
    await declare([boolean('lit', false)], { source: source() });
    expect(await getConfiguration(as(), { flag: 'lit', environment: 'development' })).toMatchObject({ state: 'on' });
  });
});

describe('the same post once more', () => {
  it('changes no number and writes no audit row: it is only seen again', async () => {
    const from = source();
    const flags = [boolean('steady'), { key: 'shape', description: 'A box', type: 'json', default: { a: [1], b: 2 } }];
    await declare(flags, { source: from });
    const [before, written] = [await numbers(), await services.db.auditEntry.count()];
    services.setNow('2026-03-05T09:00:00.000Z');
    const reordered = [flags[0] ?? {}, { ...flags[1], default: { b: 2, a: [1] } }];
    const report = await declare(reordered, { source: from, version: '1.0.1' });
    expect(report).toMatchObject({ created: [], changed: [], unchanged: 2, withdrawn: [] });
    expect(await numbers()).toEqual(before);
    expect(await services.db.auditEntry.count()).toBe(written);
    const { items } = await listDeclarations(as('viewer'), { source: from });
    expect(items.map(({ version, lastSeenAt }) => [version, lastSeenAt])).toEqual([
      ['1.0.1', '2026-03-05T09:00:00.000Z'],
      ['1.0.1', '2026-03-05T09:00:00.000Z'],
    ]);
  });
});

describe('a changed default', () => {
  it('becomes the variant of equal value, else a new one, as an audited change', async () => {
    const from = source();
    await declare([text('tone', 'soft'), boolean('beep', false)], { source: from });
    const { number } = await environment();
    const second = await declare([text('tone', 'loud'), boolean('beep', true)], { source: from, version: '1.1.0' });
    expect(second.changed).toEqual(['tone', 'beep']);
    expect((await environment()).number).toBe(number + 1);
    expect(await inForce('tone')).toMatchObject({ variant: 'default-2' });
    expect(await inForce('beep')).toEqual({ variant: 'on', enabled: true });
    expect(await audits('tone')).toEqual(['flag.create', 'flag.update', 'flag.declare']);
    expect(await audits('beep')).toEqual(['flag.create', 'flag.declare']);
    await declare([text('tone', 'soft'), boolean('beep', true)], { source: from, version: '1.2.0' });
    const tone = await getFlag(as(), { key: 'tone' });
    expect(tone.variants.map(({ key, value }) => [key, value])).toEqual([
      ['default', 'soft'],
      ['default-2', 'loud'],
    ]);
    expect(await inForce('tone')).toMatchObject({ variant: 'default' });
  });

  it('stands in the history of a flag that follows it, and cannot be undone there', async () => {
    const from = source();
    const place = { flag: 'chronicled', environment: 'development' };
    await declare([boolean('chronicled', false)], { source: from });
    await declare([boolean('chronicled', true)], { source: from, version: '2.0.0' });
    const [latest] = (await listRevisions(as(), place)).items;
    expect(latest).toMatchObject({
      version: 2,
      comment: `${from} 2.0.0`,
      instructions: [{ kind: 'setCodeDefault', variant: 'on' }],
      messages: [{ id: 'instruction.setCodeDefault', params: { variant: 'on' } }],
    });
    expect((await refusal(undoChange(as(), { ...place, version: 2 }))).code).toBe('nothing_to_undo');
    // Whoever looked at the flag before can still save what they meant to.
    const instructions = [{ kind: 'turnOn' }];
    expect(await changeConfiguration(as(), { ...place, version: 1, instructions })).toMatchObject({ version: 3 });
    await declare([boolean('chronicled', false)], { source: from, version: '3.0.0' });
    expect(await getConfiguration(as(), place)).toMatchObject({ state: 'on', version: 3 });
  });

  it('says before and after in the audit', async () => {
    const from = source();
    await declare([boolean('told', false)], { source: from });
    await declare([boolean('told', true)], { source: from, version: '2.0.0' });
    const entry = await services.db.auditEntry.findFirstOrThrow({ where: { flag: 'told', action: 'flag.declare' } });
    expect(entry).toMatchObject({ environment: 'development' });
    expect(JSON.parse(entry.detail ?? '')).toEqual({
      before: { source: from, version: '1.0.0', value: false, description: '', codeDefault: 'off' },
      after: { source: from, version: '2.0.0', value: true, description: '', codeDefault: 'on' },
    });
  });

  it('takes a new description along only while nobody wrote another one', async () => {
    const from = source();
    const said = (description: string) => declare([{ ...boolean('named'), description }], { source: from });
    await said('First');
    await said('Second');
    expect((await getFlag(as(), { key: 'named' })).description).toBe('Second');
    await updateFlag(as(), { key: 'named', version: 2, description: 'By hand' });
    expect((await said('Third')).changed).toEqual(['named']);
    expect((await getFlag(as(), { key: 'named' })).description).toBe('By hand');
  });

  it('comes back after a variant was edited by hand', async () => {
    const from = source();
    await declare([text('edited', 'a')], { source: from });
    await updateFlag(as(), { key: 'edited', version: 1, variants: [{ key: 'default', value: 'b' }] });
    expect((await declare([text('edited', 'a')], { source: from })).changed).toEqual(['edited']);
    expect(await inForce('edited')).toMatchObject({ variant: 'default-2' });
  });
});

describe('several sources', () => {
  it('disagree without changing what is in force, until nobody declares that any more', async () => {
    const [web, api] = [source(), source()];
    await declare([text('shared', 'one')], { source: web });
    services.setNow('2026-03-06T09:00:00.000Z');
    const second = await declare([text('shared', 'two')], { source: api, version: '7' });
    const conflict = { flag: 'shared', value: 'one', sources: [{ source: api, version: '7', value: 'two' }] };
    expect(second).toMatchObject({ changed: ['shared'], conflicts: [conflict] });
    expect(await inForce('shared')).toMatchObject({ variant: 'default' });
    expect((await declare([text('shared', 'one')], { source: web })).conflicts).toEqual([conflict]);

    const third = await declare([text('shared', 'three')], { source: web });
    expect(third.conflicts).toEqual([{ flag: 'shared', value: 'three', sources: conflict.sources }]);
    const gone = await declare([], { source: web });
    expect(gone).toMatchObject({ withdrawn: ['shared'], unchanged: 0 });
    const shared = await getFlag(as(), { key: 'shared' });
    const variant = shared.environments.development?.codeDefault?.variant;
    expect(shared.variants.find(({ key }) => key === variant)?.value).toBe('two');
    const { items } = await listDeclarations(as(), { flag: 'shared' });
    expect(items.map(({ value, inForce: isInForce, withdrawnAt }) => [value, isInForce, withdrawnAt !== null])).toEqual(
      [
        ['three', false, true],
        ['two', true, false],
      ],
    );
  });

  it('may all stop: the flag stays, and so does its default', async () => {
    const from = source();
    await declare([boolean('orphan')], { source: from });
    expect((await declare([], { source: from })).withdrawn).toEqual(['orphan']);
    expect((await declare([], { source: from })).withdrawn).toEqual([]);
    expect(await inForce('orphan')).toEqual({ variant: 'on', enabled: true });
    expect(await audits('orphan')).toEqual(['flag.create', 'flag.withdraw']);
    expect((await declare([boolean('orphan')], { source: from })).changed).toEqual(['orphan']);
    const { items } = await listDeclarations(as(), { flag: 'orphan' });
    expect(items).toMatchObject([{ withdrawnAt: null, inForce: true, variant: 'on' }]);
  });

  it('do not withdraw what another declares, nor what is declared elsewhere', async () => {
    const [web, api] = [source(), source()];
    await declare([boolean('kept')], { source: web });
    await declare([boolean('kept')], { source: api });
    await declare([boolean('kept')], { source: web, environment: 'staging' });
    await declare([], { source: web });
    const { items } = await listDeclarations(as(), { flag: 'kept' });
    const standing = items.filter(({ withdrawnAt }) => withdrawnAt === null);
    expect(standing.map(({ source: by, environment: at }) => [by, at]).sort()).toEqual(
      [
        [api, 'development'],
        [web, 'staging'],
      ].sort(),
    );
  });
});

describe('a declaration that cannot be', () => {
  it('of another type is a conflict, and nothing of the post is stored', async () => {
    await createFlag(as(), { key: 'typed', type: 'string', variants: [{ key: 'a', value: 'a' }] });
    const refused = await refusal(declare([boolean('untyped'), boolean('typed')], { source: source() }));
    expect(refused).toMatchObject({
      kind: 'conflict',
      code: 'flag_type_differs',
      at: ['flags.1.type:flag_type_differs'],
      current: { flags: [{ key: 'typed', type: 'string' }] },
    });
    expect((await refusal(getFlag(as(), { key: 'untyped' }))).kind).toBe('not_found');
    expect(await services.db.declaration.count({ where: { flag: 'typed' } })).toBe(0);
  });

  it('of a key in other letters is a conflict', async () => {
    await createFlag(as(), { key: 'Cased', type: 'boolean' });
    const refused = await refusal(declare([boolean('cased')], { source: source() }));
    expect(refused).toMatchObject({ kind: 'conflict', code: 'key_taken', at: ['flags.0.key:key_taken'] });
  });

  it.each([
    ['twice', [boolean('a'), boolean('A')], 'flags.1.key:name_twice'],
    ['with a default of another type', [{ key: 'a', type: 'number', default: 'x' }], 'flags.0.default:variant_type'],
    ['with a list', [{ key: 'a', type: 'json', default: [1] }], 'flags.0.default:expected_object'],
    ['without a default', [{ key: 'a', type: 'string' }], 'flags.0.default:expected_object'],
    ['with a key that is none', [boolean('a/b')], 'flags.0.key:invalid_key'],
  ])('%s is not understood', async (_what, flags, at) => {
    const refused = await refusal(declare(flags, { source: source() }));
    expect([refused.kind, refused.at[0]]).toEqual(['invalid', at]);
  });

  it('in no environment of the project is not found', async () => {
    expect((await refusal(declare([], { environment: 'absent' }))).kind).toBe('not_found');
  });
});

describe('who may declare', () => {
  it('asks for edits of flags in that environment', async () => {
    const flags = [boolean('asked')];
    const from = source();
    expect((await refusal(declare(flags, { source: from }, 'viewer'))).kind).toBe('forbidden');
    expect((await refusal(declare(flags, { source: from }, 'stranger'))).kind).toBe('not_found');
    expect((await refusal(declare(flags, { source: from, environment: 'production' }, 'developer'))).kind).toBe(
      'forbidden',
    );
    expect((await declare(flags, { source: from }, 'developer')).created).toEqual(['asked']);
    expect((await declare(flags, { source: from, environment: 'production' }, 'editor')).changed).toEqual(['asked']);
    expect((await refusal(declare(flags, { source: from, environment: 'production' }, 'developer'))).kind).toBe(
      'forbidden',
    );
  });

  it('shows declarations to members only', async () => {
    expect((await listDeclarations(as('viewer'), { limit: 1 })).items).toHaveLength(1);
    expect((await refusal(listDeclarations(as('stranger'), {}))).kind).toBe('not_found');
    expect((await refusal(listDeclarations(as(), { environment: 'absent' }))).kind).toBe('not_found');
    expect((await refusal(listDeclarations(as(), { cursor: 'nonsense' }))).code).toBe('invalid_cursor');
  });

  it('counts source and version as the comment that an environment wants', async () => {
    const { id } = await environment('staging');
    await services.db.environment.update({ where: { id }, data: { requireComment: true } });
    const report = await declare([boolean('commented')], { source: source(), environment: 'staging' });
    await services.db.environment.update({ where: { id }, data: { requireComment: false } });
    expect(report.created).toEqual(['commented']);
  });
});

describe('deleting a declared flag', () => {
  it('takes its declarations and defaults along; declared again, it is a new one', async () => {
    const from = source();
    await declare([text('leaving', 'x')], { source: from });
    const { version, salt } = await archiveFlag(as(), { key: 'leaving' });
    await removeFlag(as(), { key: 'leaving', version });
    expect(await services.db.declaration.count({ where: { flag: 'leaving' } })).toBe(0);
    const open = { kind: 'codeDefault', key: 'leaving', toNumber: null };
    expect(await services.db.item.count({ where: open })).toBe(0);
    expect((await declare([text('leaving', 'y')], { source: from })).created).toEqual(['leaving']);
    expect((await getFlag(as(), { key: 'leaving' })).salt).not.toBe(salt);
  });

  it('is refused the removal of the variant that is its default', async () => {
    await declare([text('held', 'x')], { source: source() });
    const held = await getFlag(as(), { key: 'held' });
    const variants = [{ key: 'other', value: 'y' }];
    const instructions = [{ kind: 'setDefault', default: { variant: null } }];
    for (const key of ['development', 'staging', 'production']) {
      await changeConfiguration(as(), { flag: 'held', environment: key, version: 1, instructions });
    }
    const refused = await refusal(updateFlag(as(), { key: 'held', version: held.version, variants }));
    expect(refused.at).toEqual(['development.codeDefault:used_by_codeDefault']);
  });
});

it('pages through declarations in a steady order', async () => {
  const from = source();
  await declare(
    ['p1', 'p2', 'p3'].map((key) => boolean(key)),
    { source: from },
  );
  await declare([boolean('p1')], { source: from, environment: 'staging' });
  const first = await listDeclarations(as(), { source: from, limit: 3 });
  const rest = await listDeclarations(as(), { source: from, limit: 3, cursor: first.nextCursor ?? '' });
  expect(rest.nextCursor).toBeNull();
  expect(new Set([...first.items, ...rest.items].map(({ environment: at, flag }) => `${at} ${flag}`)).size).toBe(4);
});
