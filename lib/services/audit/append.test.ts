import { afterAll, beforeAll, expect, it } from 'vitest';
import { enableFlag, killFlag, reviveFlag } from '../configurations/set-state';
import { createFlag } from '../flags/create';
import { createTestServices, race, type TestServices } from '../testing';
import { verifyAudit } from './verify';

let services: TestServices;
const place = { flag: 'a', environment: 'production' };
const state = async () => ({
  environment: await services.db.environment.findFirstOrThrow({ where: { key: 'production' } }),
  items: await services.db.item.count(),
  changes: await services.db.change.count(),
  outbox: await services.db.outbox.count(),
  entries: await services.db.auditEntry.count(),
  flags: await services.db.flag.count(),
});

beforeAll(async () => {
  services = await createTestServices();
  await createFlag(services.as('admin'), { key: 'a', type: 'boolean' });
});
afterAll(() => services.close());

it('keeps who, when, via what, before and after of a write, in the same transaction', async () => {
  await enableFlag(services.as('editor'), { ...place, comment: 'launch' });
  const [last] = await services.db.auditEntry.findMany({ orderBy: { seq: 'desc' }, take: 1 });
  expect(last).toMatchObject({
    action: 'config.enable',
    actorId: 'user-editor',
    flag: 'a',
    environment: 'production',
    via: 'api',
  });
  expect(JSON.parse(last?.body ?? '')).toMatchObject({ comment: 'launch', v: 1 });
  expect(JSON.parse(last?.detail ?? '')).toMatchObject({ before: { state: 'off' }, after: { state: 'on' } });
});

it.each(['audit_entry', 'audit_head'])('takes a write back when %s cannot be written', async (table) => {
  await services.db.$executeRawUnsafe(`CREATE FUNCTION refuse_${table}() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the audit is full'; END $$`);
  await services.db.$executeRawUnsafe(`CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON ${table}
    FOR EACH ROW EXECUTE FUNCTION refuse_${table}()`);
  const before = await state();
  services.committed.length = 0;
  await expect(killFlag(services.as('admin'), place)).rejects.toThrow('the audit is full');
  await expect(createFlag(services.as('admin'), { key: 'b', type: 'boolean' })).rejects.toThrow('the audit is full');
  expect(await state()).toEqual(before);
  expect(services.committed).toEqual([]);
  await services.db.$executeRawUnsafe(`DROP TRIGGER refuse ON ${table}`);
  expect((await killFlag(services.as('admin'), place)).killed).toBe(true);
  await reviveFlag(services.as('admin'), place);
});

it('extends one chain from many environments at once without a gap', async () => {
  for (const key of ['r0', 'r1', 'r2']) await createFlag(services.as('admin'), { key, type: 'boolean' });
  const environments = ['development', 'staging', 'production'];
  const outcomes = await race(9, (index) =>
    enableFlag(services.as('admin'), { flag: `r${Math.floor(index / 3)}`, environment: environments[index % 3] }),
  );
  expect(outcomes).toEqual({ done: 9 });
  expect((await verifyAudit(services.as('viewer'), {})).problems).toEqual([]);
});
