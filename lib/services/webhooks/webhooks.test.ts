import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSecrets } from '../secrets';
import { createTestServices, race, refusal, type TestServices } from '../testing';
import { transaction } from '../transaction';
import { createWebhook, MOST_WEBHOOKS } from './create';
import { forgetInDeliveries } from './forget-subject';
import { getWebhook } from './get';
import { listWebhooks } from './list';
import { listDeliveries } from './list-deliveries';
import { createOutbound } from './outbound';
import { redeliver } from './redeliver';
import { removeWebhook } from './remove';
import { rotateWebhookSecret } from './rotate-secret';
import { testWebhook } from './send-test';
import { updateWebhook } from './update';

let services: TestServices;
const outbound = createOutbound({
  allow: ['127.0.0.1'],
  resolve: async (host) => [{ address: host === 'inside.example' ? '10.1.2.3' : '93.184.215.14', family: 4 }],
});
const admin = () => services.as('admin', { outbound });
const url = 'https://hooks.example.com/T1/secret-path?token=zq7token';
const made = (more: object = {}) => createWebhook(admin(), { name: 'Bot', url, ...more });

beforeAll(async () => {
  services = await createTestServices();
});
afterAll(() => services.close());

describe('a webhook', () => {
  it('shows its secret once, and neither it nor its address is in the audit, the outbox or plain in the database', async () => {
    const { secret, id } = await made();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]+=*$/);
    const { secret: second } = await rotateWebhookSecret(admin(), { id });
    const slack = await made({ format: 'slack', name: 'Channel' });
    expect([slack.secret, slack.url]).toEqual([null, 'https://hooks.example.com/…']);
    const shown = JSON.stringify([await listWebhooks(admin(), {}), await getWebhook(admin(), { id: slack.id })]);
    const stored = JSON.stringify(
      [
        await services.db.webhook.findMany(),
        await services.db.auditEntry.findMany(),
        await services.db.outbox.findMany(),
      ],
      (_key, value) => (typeof value === 'bigint' ? String(value) : value),
    );
    for (const text of [secret ?? '', second ?? '']) {
      expect(shown).not.toContain(text);
      expect(stored).not.toContain(text);
    }
    expect(stored).not.toContain('zq7token');
    expect(stored).not.toContain('secret-path');
    expect((await getWebhook(admin(), { id })).url).toBe(url);
    expect(await refusal(rotateWebhookSecret(admin(), { id: slack.id }))).toMatchObject({ code: 'webhook_unsigned' });
  });

  it('changes by its version, and is turned off and on', async () => {
    const { id } = await made();
    expect(await refusal(updateWebhook(admin(), { id, version: 7, name: 'x' }))).toMatchObject({
      code: 'version_conflict',
    });
    const changed = await updateWebhook(admin(), { id, version: 1, name: 'Other', topics: ['flag.create'] });
    expect(changed).toMatchObject({ name: 'Other', topics: ['flag.create'], version: 2, url });
    expect(await updateWebhook(admin(), { id, version: 2, name: 'Other' })).toMatchObject({ version: 2 });
    const off = await updateWebhook(admin(), { id, version: 2, enabled: false });
    expect(off).toMatchObject({ enabled: false, disabledReason: null });
    await removeWebhook(admin(), { id, version: off.version });
    expect(await refusal(getWebhook(admin(), { id }))).toMatchObject({ kind: 'not_found' });
    const actions = await services.db.auditEntry.findMany({
      where: { action: { startsWith: 'webhook.' }, detail: { contains: id } },
      orderBy: { seq: 'asc' },
    });
    expect(actions.map(({ action }) => action)).toEqual([
      'webhook.create',
      'webhook.update',
      'webhook.disable',
      'webhook.delete',
    ]);
  });

  it.each([
    [{ url: 'https://inside.example/' }, 'webhook_address_private'],
    [{ url: 'https://169.254.169.254/latest' }, 'webhook_address_private'],
    [{ url: 'http://hooks.example.com/' }, 'webhook_url_scheme'],
    [{ url: 'https://a:b@hooks.example.com/' }, 'webhook_url_credentials'],
    [{ url: 'https://hooks.example.com:25/' }, 'webhook_url_port'],
    [{ url: 'no address' }, 'webhook_url_invalid'],
    [{ topics: ['config.change', 'no.such'] }, 'webhook_topic_unknown'],
    [{ environments: ['nowhere'] }, 'webhook_environment_unknown'],
  ])('is refused with %j, when it is made and when it is changed', async (wrong, code) => {
    expect(await refusal(made(wrong))).toMatchObject({ kind: 'refused', code });
    const { id } = await made();
    expect(await refusal(updateWebhook(admin(), { id, version: 1, ...wrong }))).toMatchObject({ code });
    await removeWebhook(admin(), { id });
  });

  it('is one of few, however many are made at once', async () => {
    await services.db.webhook.deleteMany();
    expect(await race(MOST_WEBHOOKS + 5, () => made())).toEqual({ done: MOST_WEBHOOKS, webhooks_limit: 5 });
    await services.db.webhook.deleteMany();
  });
});

describe('a test', () => {
  it('answers what came of it, is in the log, and can be sent again only while the webhook is on', async () => {
    const { id } = await made({ url: 'https://127.0.0.1:9/' });
    const sent = await testWebhook(admin(), { id });
    expect(sent).toMatchObject({ topic: 'webhook.test', status: 'failed', error: 'unreachable', attempts: 1 });
    expect((await listDeliveries(admin(), { id })).items).toEqual([sent]);
    const again = await redeliver(admin(), { id, delivery: sent.id });
    expect(again).toMatchObject({ id: sent.id, status: 'waiting', attempts: 0 });
    await updateWebhook(admin(), { id, version: 1, enabled: false });
    expect(await refusal(redeliver(admin(), { id, delivery: sent.id }))).toMatchObject({ code: 'webhook_disabled' });
    expect(await refusal(redeliver(admin(), { id, delivery: 'none' }))).toMatchObject({ kind: 'not_found' });
    expect(await services.db.outbox.count({ where: { topic: { in: ['webhook.test', 'webhook.redeliver'] } } })).toBe(0);
  });

  it('looks at the address again: what was allowed when it was saved may not be now', async () => {
    const { id } = await made({ url: 'https://127.0.0.1:9/' });
    const stricter = services.as('admin', { outbound: createOutbound() });
    expect(await testWebhook(stricter, { id })).toMatchObject({ status: 'failed', error: 'address_private' });
  });
});

it('its log is read in pages, newest first', async () => {
  const { id } = await made({ url: 'https://127.0.0.1:9/' });
  const sent = [
    await testWebhook(admin(), { id }),
    await testWebhook(admin(), { id }),
    await testWebhook(admin(), { id }),
  ];
  const first = await listDeliveries(admin(), { id, limit: 2, status: 'failed' });
  const second = await listDeliveries(admin(), { id, limit: 2, cursor: first.nextCursor ?? '' });
  expect([...first.items, ...second.items].map((each) => each.id)).toEqual(sent.map((each) => each.id).reverse());
  expect(second.nextCursor).toBeNull();
});

it('a subject that is erased is no longer named in what was sent', async () => {
  const { id } = await made();
  const body = JSON.stringify({
    type: 'membership.started',
    data: { environment: 'staging', details: { subject: 'una' } },
  });
  const common = { webhookId: id, topic: 'membership.started', status: 'failed', createdAt: services.now() };
  await services.db.webhookDelivery.createMany({
    data: [
      { ...common, id: 'of-una', body },
      { ...common, id: 'of-another', body: body.replace('una', 'unabridged') },
      { ...common, id: 'elsewhere', body: body.replace('staging', 'production') },
    ],
  });
  const staging = { key: 'staging' };
  expect(await transaction(admin(), {}, (tx) => forgetInDeliveries(tx, staging, 'una', 'erased-1'))).toBe(1);
  const { items } = await listDeliveries(admin(), { id });
  expect(items.filter((each) => each.body.includes('"una"')).map((each) => each.id)).toEqual(['elsewhere']);
  expect(items.find((each) => each.id === 'of-una')?.body).toContain('"erased-1"');
});

it('whose encryption key is gone can still be read, moved and removed', async () => {
  const { id } = await made();
  const other = { ...admin(), secrets: createSecrets([{ id: 'other', bytes: new Uint8Array(32).fill(9) }]) };
  expect(await getWebhook(other, { id })).toMatchObject({ url: '' });
  expect(await testWebhook(other, { id })).toMatchObject({ status: 'failed', error: 'key_missing' });
  expect(await updateWebhook(other, { id, version: 1, url: 'https://new.example.com/' })).toMatchObject({
    url: 'https://new.example.com/',
  });
  await removeWebhook(other, { id });
});

describe('who may', () => {
  it('not who does not manage the settings, and to strangers nothing is there', async () => {
    const { id } = await made();
    const calls = [createWebhook, listWebhooks, getWebhook, updateWebhook, removeWebhook, rotateWebhookSecret];
    for (const call of [...calls, testWebhook, listDeliveries, redeliver]) {
      const input = { id, name: 'x', url, version: 1 };
      expect(await refusal(call(services.as('editor'), input)), call.verbName).toMatchObject({ kind: 'forbidden' });
      expect(await refusal(call(services.as('stranger'), input)), call.verbName).toMatchObject({ kind: 'not_found' });
    }
    const elsewhere = services.inProject({ id: 'another', key: 'another' }, 'stranger');
    expect(await refusal(getWebhook(elsewhere, { id }))).toMatchObject({ kind: 'not_found' });
    expect(await refusal(testWebhook(elsewhere, { id }))).toMatchObject({ kind: 'not_found' });
  });
});
