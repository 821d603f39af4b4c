import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFlag } from '../flags/create';
import { createTestServices, refusal, type TestServices } from '../testing';
import { createUser } from '../users/create';
import { listAudit } from './list';
import { listInstallationAudit } from './list-installation';
import { verifyAudit } from './verify';
import { verifyInstallationAudit } from './verify-installation';

let services: TestServices;

beforeAll(async () => {
  services = await createTestServices();
  for (let n = 0; n < 6; n += 1) {
    services.setNow(new Date(Date.UTC(2026, 2, 2 + n)));
    await createFlag(services.as(n % 2 ? 'editor' : 'developer'), { key: `flag-${n}`, type: 'boolean' });
  }
});
afterAll(() => services.close());

describe('the audit of a project', () => {
  it('is newest first, in pages without gaps', async () => {
    const seen: (string | null)[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listAudit(services.as('viewer'), { limit: 2, cursor, action: 'flag.create' });
      seen.push(...page.items.map(({ flag }) => flag));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['flag-5', 'flag-4', 'flag-3', 'flag-2', 'flag-1', 'flag-0']);
  });

  it('finds by flag, actor, time and text', async () => {
    const keys = async (asked: object) =>
      (await listAudit(services.as('viewer'), { action: 'flag.create', ...asked })).items.map(({ flag }) => flag);
    expect(await keys({ flag: 'flag-3' })).toEqual(['flag-3']);
    expect(await keys({ actor: 'user-editor' })).toEqual(['flag-5', 'flag-3', 'flag-1']);
    expect(await keys({ from: '2026-03-04', to: '2026-03-06' })).toEqual(['flag-3', 'flag-2']);
    expect(await keys({ q: 'FLAG-2' })).toEqual(['flag-2']);
    expect(await keys({ q: '%' })).toEqual([]);
    expect(await keys({ flag: 'absent' })).toEqual([]);
  });

  it('says who, how, before and after', async () => {
    const [entry] = (await listAudit(services.as('viewer'), { flag: 'flag-0' })).items;
    expect(entry).toMatchObject({
      at: '2026-03-02T00:00:00.000Z',
      actor: { id: 'user-developer', name: 'developer of the test' },
      via: 'api',
      before: null,
      after: { key: 'flag-0' },
      erased: false,
    });
  });

  it('is the project’s alone', async () => {
    await createUser(services.installation(), { email: 'a@example.com', role: 'viewer' });
    const texts = JSON.stringify(await listAudit(services.as('viewer'), { limit: 200 }));
    expect(texts).not.toContain('user.create');
    for (const verb of [listAudit, verifyAudit]) {
      expect(await refusal(verb(services.as('stranger'), {}))).toMatchObject({ kind: 'not_found' });
    }
    const installed = await listInstallationAudit(services.installation(), { limit: 200 });
    expect(installed.items.map(({ action }) => action)).toContain('user.create');
    for (const verb of [listInstallationAudit, verifyInstallationAudit]) {
      expect(await refusal(verb(services.installation('editor'), {}))).toMatchObject({ kind: 'forbidden' });
    }
  });

  it.each([{ cursor: 'x' }, { from: 'yesterday' }, { limit: 0 }, { actor: '' }])('refuses %j', async (asked) => {
    expect(await refusal(listAudit(services.as('viewer'), asked))).toMatchObject({ kind: 'invalid' });
  });
});

describe('verifying', () => {
  it('finds both chains whole, while others write', async () => {
    const [verdict] = await Promise.all([
      verifyAudit(services.as('viewer'), {}),
      createFlag(services.as('editor'), { key: 'meanwhile', type: 'boolean' }),
    ]);
    expect(verdict).toMatchObject({ ok: true, problems: [] });
    expect(verdict.entries).toBeGreaterThanOrEqual(6);
    expect(await verifyInstallationAudit(services.installation(), {})).toMatchObject({ ok: true });
  });

  it('finds what was edited in the database', async () => {
    const { chain, seq } = await services.db.auditEntry.findFirstOrThrow({ where: { flag: 'flag-2' } });
    await services.db.auditEntry.update({ where: { chain_seq: { chain, seq } }, data: { actorName: 'somebody else' } });
    expect(await verifyAudit(services.as('viewer'), {})).toMatchObject({
      ok: false,
      problems: [{ seq, problem: 'edited' }],
    });
  });
});
