import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeConfiguration } from '../configurations/change';
import { enableFlag } from '../configurations/set-state';
import { createTestServices, race, refusal, type TestServices } from '../testing';
import { archiveFlag } from './archive';
import { createFlag } from './create';
import { restoreFlag } from './restore';
import type { FlagView } from './types';
import { updateFlag } from './update';

let services: TestServices;
let flag: FlagView;
let count = 0;
const LEVELS = [
  { key: 'low', value: 'l' },
  { key: 'high', value: 'h' },
  { key: 'top', value: 't' },
];
const definitions = (key: string) => services.db.item.findMany({ where: { kind: 'flag', key, toNumber: null } });

beforeAll(async () => {
  services = await createTestServices();
});
beforeEach(async () => {
  count += 1;
  flag = await createFlag(services.as('admin'), { key: `flag-${count}`, type: 'string', variants: LEVELS });
});
afterAll(() => services.close());

const turnOn = (environment: string) => enableFlag(services.as('admin'), { flag: flag.key, environment });
const update = (patch: object, role: 'developer' | 'editor' | 'admin' | 'viewer' | 'stranger' = 'admin') =>
  updateFlag(services.as(role), { key: flag.key, version: flag.version, ...patch });

describe('what changes', () => {
  it('stores what is given and leaves the rest', async () => {
    const next = await update({ name: 'New name', tags: ['x', 'x'], owner: 'ana' });
    expect(next).toMatchObject({ name: 'New name', tags: ['x'], owner: 'ana', version: 2, variants: LEVELS });
  });

  it('writes a definition into every environment only when an evaluation could differ', async () => {
    const before = await definitions(flag.key);
    flag = await update({ description: 'For people only.' });
    expect(await definitions(flag.key)).toEqual(before);
    await update({ variants: LEVELS.toReversed() });
    const bodies = (await definitions(flag.key)).map(({ body }) => body);
    expect(bodies).toEqual(Array(3).fill(expect.objectContaining({ variants: LEVELS.toReversed() })));
  });

  it('makes no version of a patch that says what is stored', async () => {
    expect(await update({ name: flag.name, variants: LEVELS })).toEqual(flag);
  });

  it('cannot change the type or the salt', async () => {
    expect((await refusal(update({ type: 'boolean' }))).kind).toBe('invalid');
    expect((await refusal(update({ salt: 'mine' }))).kind).toBe('invalid');
    const refused = await refusal(update({ variants: [{ key: 'low', value: 1 }] }));
    expect([refused.kind, refused.at]).toEqual(['refused', ['variants.0.value:variant_type']]);
  });
});

describe('variants in use', () => {
  it('cannot be removed while a configuration serves them', async () => {
    const refused = await refusal(update({ variants: LEVELS.slice(1) }));
    expect([refused.kind, refused.code]).toEqual(['refused', 'variant_in_use']);
    expect(refused.at).toEqual(
      ['development', 'production', 'staging'].map((key) => `${key}.${flag.key}:used_by_configuration`),
    );
    expect((await update({ variants: LEVELS.slice(0, 1) })).variants).toHaveLength(1);
  });

  it('cannot be removed while another flag requires them', async () => {
    await createFlag(services.as('admin'), { key: `needs-${flag.key}`, type: 'boolean' });
    await changeConfiguration(services.as('admin'), {
      flag: `needs-${flag.key}`,
      environment: 'staging',
      version: 1,
      instructions: [{ kind: 'setPrerequisites', prerequisites: [{ flag: flag.key, variants: ['top'] }] }],
    });
    const refused = await refusal(update({ variants: LEVELS.slice(0, 2) }));
    expect(refused.at).toEqual([`staging.needs-${flag.key}:used_by_prerequisite`]);
  });
});

describe('who may', () => {
  it('stale versions are conflicts that say what is stored', async () => {
    const next = await update({ name: 'First' });
    const refused = await refusal(update({ name: 'Second' }));
    expect([refused.kind, refused.current]).toEqual(['conflict', next]);
    expect((await refusal(updateFlag(services.as('admin'), { key: flag.key, name: 'x' }))).code).toBe(
      'version_required',
    );
  });

  it('one of many parallel saves succeeds', async () => {
    expect(await race(20, (index) => update({ name: `Name ${index}` }))).toEqual({ done: 1, version_conflict: 19 });
  });

  it('viewers are refused, strangers and unknown keys not found', async () => {
    expect((await refusal(update({ name: 'x' }, 'viewer'))).kind).toBe('forbidden');
    expect((await refusal(update({ name: 'x' }, 'stranger'))).kind).toBe('not_found');
    expect((await refusal(update({ key: 'absent', name: 'x' }))).kind).toBe('not_found');
  });

  it('a definition reaches every environment in which the flag is not off', async () => {
    await turnOn('staging');
    flag = await update({ name: 'By a developer' }, 'developer');
    await turnOn('production');
    expect((await refusal(update({ name: 'Again' }, 'developer'))).kind).toBe('forbidden');
    expect((await update({ name: 'By an editor' }, 'editor')).name).toBe('By an editor');
  });

  it('archive and restore reach the same, and are idempotent', async () => {
    const developer = services.as('developer');
    const archived = await archiveFlag(developer, { key: flag.key });
    expect(archived).toMatchObject({ archived: true, version: 2 });
    expect(await archiveFlag(developer, { key: flag.key })).toEqual(archived);
    expect((await definitions(flag.key)).map(({ body }) => body)).toEqual(
      Array(3).fill(expect.objectContaining({ archived: true })),
    );
    expect(await restoreFlag(developer, { key: flag.key })).toMatchObject({ archived: false, version: 3 });
    await turnOn('production');
    expect((await refusal(archiveFlag(developer, { key: flag.key }))).kind).toBe('forbidden');
    expect((await refusal(archiveFlag(services.as('viewer'), { key: flag.key }))).kind).toBe('forbidden');
    expect((await archiveFlag(services.as('editor'), { key: flag.key })).archived).toBe(true);
    expect((await refusal(restoreFlag(developer, { key: flag.key }))).kind).toBe('forbidden');
  });
});
