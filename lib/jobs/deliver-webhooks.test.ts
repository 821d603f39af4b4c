import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enableFlag, killFlag } from '@/lib/services/configurations/set-state';
import { createFlag } from '@/lib/services/flags/create';
import { createTestServices, type TestServices } from '@/lib/services/testing';
import { backOff, MOST_ATTEMPTS } from '@/lib/services/webhooks/back-off';
import { claimDeliveries } from '@/lib/services/webhooks/claim';
import { createWebhook } from '@/lib/services/webhooks/create';
import { getWebhook } from '@/lib/services/webhooks/get';
import { createOutbound } from '@/lib/services/webhooks/outbound';
import { rotateWebhookSecret } from '@/lib/services/webhooks/rotate-secret';
import { updateWebhook } from '@/lib/services/webhooks/update';
import { settleDelivery } from '@/lib/services/webhooks/settle';
import { takeLease, releaseLease } from '@/lib/services/leases/lease';
import { createDeliverWebhooks } from './deliver-webhooks';
import { rollUp } from './roll-up';
import { runTestJob } from './testing';

interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

let services: TestServices;
let server: Server;
let base = '';
let received: Received[] = [];
let answer: RequestListener;
let count = 0;
const outbound = createOutbound({ allow: ['127.0.0.1'], timeoutMs: 500 });
const MINUTE = 60_000;
const DAY = 86_400_000;

beforeAll(async () => {
  services = await createTestServices();
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      received.push({ path: request.url ?? '', headers: request.headers, body });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
beforeEach(async () => {
  await run();
  await services.db.webhook.deleteMany();
  received = [];
  answer = (_, response) => response.end('ok');
});
afterAll(async () => {
  server.close();
  await services.close();
});

const admin = () => services.as('admin', { outbound });
const later = (ms: number): void => services.setNow(new Date(services.now().getTime() + ms));
const job = createDeliverWebhooks(() => 0.5);
const run = () => runTestJob(services, job, {}, { outbound });
const report = async () => {
  const ran = await run();
  return ran.outcome === 'busy' ? null : ran.report;
};
const hook = (path: string, more: object = {}) =>
  createWebhook(admin(), { name: path, url: `${base}/${path}`, ...more });
async function freshFlag(): Promise<string> {
  count += 1;
  const key = `flag-${count}`;
  await createFlag(admin(), { key, type: 'boolean', name: `<!channel> *${key}* & co` });
  return key;
}
const deliveries = (webhookId: string) =>
  services.db.webhookDelivery.findMany({ where: { webhookId }, orderBy: { createdAt: 'asc' } });

/** As a receiver does with the library; its own clock is the real one, so the timestamp is checked apart. */
function verify(secret: string, { headers, body }: Received): boolean {
  const id = String(headers['webhook-id']);
  const at = new Date(Number(headers['webhook-timestamp']) * 1_000);
  expect(Math.abs(at.getTime() - services.now().getTime())).toBeLessThan(MINUTE);
  return String(headers['webhook-signature'])
    .split(' ')
    .includes(new Webhook(secret).sign(id, at, body));
}

describe('an event', () => {
  it('is sent once to each webhook that wants it, signed, and says what happened', async () => {
    const all = await hook('all');
    const kills = await hook('kills', { topics: ['config.kill'] });
    const staging = await hook('staging', { environments: ['staging'] });
    await hook('off', { enabled: false });
    const key = await freshFlag();
    await enableFlag(admin(), { flag: key, environment: 'development', comment: 'Try it' });
    await killFlag(admin(), { flag: key, environment: 'staging' });
    expect(await report()).toMatchObject({ retrying: 0, failed: 0 });
    const typesTo = (path: string) =>
      received.filter((each) => each.path === `/${path}`).map(({ body }) => String(JSON.parse(body).type));
    expect(typesTo('kills')).toEqual(['config.kill']);
    expect(typesTo('off')).toEqual([]);
    // What belongs to no environment reaches all of them.
    expect(
      typesTo('staging')
        .filter((type) => type.startsWith('config') || type.startsWith('flag'))
        .sort(),
    ).toEqual(['config.kill', 'flag.create']);
    expect(typesTo('all')).toEqual(expect.arrayContaining(['config.enable', 'config.kill', 'flag.create']));
    const enabled = received.find(({ path, body }) => path === '/all' && body.includes('config.enable'));
    if (!enabled) throw new Error('nobody was told');
    const entry = await services.db.auditEntry.findFirstOrThrow({ where: { action: 'config.enable', flag: key } });
    expect(JSON.parse(enabled.body)).toMatchObject({
      type: 'config.enable',
      timestamp: services.now().toISOString(),
      data: {
        v: 1,
        project: 'default',
        flag: key,
        environment: 'development',
        actor: { kind: 'user', name: 'admin of the test' },
        comment: 'Try it',
        auditId: entry.id,
      },
    });
    for (const each of received.filter(({ path }) => path === '/all'))
      expect(verify(all.secret ?? '', each)).toBe(true);
    expect(received.some((each) => each.path === '/kills' && verify(all.secret ?? '', each))).toBe(false);
    const told = received.length;
    expect(await report()).toEqual({ made: 0, delivered: 0, retrying: 0, failed: 0 });
    expect(received).toHaveLength(told);
    expect((await deliveries(kills.id)).map(({ status }) => status)).toEqual(['delivered']);
    expect(await getWebhook(admin(), { id: staging.id })).toMatchObject({ last: { status: 'delivered', answer: 200 } });
  });

  it('is verified by the library itself, and no longer once it was touched', async () => {
    services.setNow(new Date());
    const { secret } = await hook('real');
    await freshFlag();
    await run();
    const [first] = received;
    if (!first || !secret) throw new Error('nobody was told');
    const headers = Object.fromEntries(Object.entries(first.headers).map(([name, value]) => [name, String(value)]));
    expect(new Webhook(secret).verify(first.body, headers)).toMatchObject({ type: expect.any(String) });
    expect(() => new Webhook(secret).verify(`${first.body} `, headers)).toThrow();
  });

  it('is signed by both secrets for a day after a new one was made', async () => {
    const { id, secret: old } = await hook('rotated');
    const { secret: fresh, previousUntil } = await rotateWebhookSecret(admin(), { id });
    expect(previousUntil).toBe(new Date(services.now().getTime() + DAY).toISOString());
    await freshFlag();
    await run();
    const signed = () => received.at(-1) ?? { path: '', headers: {}, body: '' };
    expect([verify(old ?? '', signed()), verify(fresh ?? '', signed())]).toEqual([true, true]);
    later(DAY + 1);
    await freshFlag();
    await run();
    expect([verify(old ?? '', signed()), verify(fresh ?? '', signed())]).toEqual([false, true]);
  });

  it('keeps its names inert in Slack, and is not signed there', async () => {
    const { secret, url } = await hook('slack', { format: 'slack', topics: ['config.enable'] });
    expect([secret, url]).toEqual([null, `${base}/…`]);
    const key = await freshFlag();
    const comment = '<!channel> <https://evil.example|click> *bold* & :tada:\u202e\n> quote';
    await enableFlag(admin(), { flag: key, environment: 'development', comment });
    await run();
    const [message] = received;
    expect(message?.headers['webhook-signature']).toBeUndefined();
    const body = JSON.parse(message?.body ?? '{}');
    const texts = (value: unknown): string[] =>
      typeof value !== 'object' || value === null
        ? []
        : Object.entries(value).flatMap(([name, inner]) =>
            name === 'text' && typeof inner === 'string' ? [inner] : texts(inner),
          );
    for (const text of texts(body)) expect(text).not.toMatch(/[<>\u202e\n]|&(?!amp;|lt;|gt;)/);
    expect(JSON.stringify(body.blocks)).not.toContain('"mrkdwn"');
    expect(body).toMatchObject({ mrkdwn: false, parse: 'none', link_names: false });
    expect(texts(body)).toContain(
      '“&lt;!channel&gt; &lt;https://evil.example|click&gt; *bold* &amp; :tada: &gt; quote”',
    );
  });
});

it('a host is sent few at once, of however many webhooks, and all in the end', async () => {
  for (const path of ['one', 'two', 'three']) await hook(path, { topics: ['flag.create'] });
  for (let index = 0; index < 3; index += 1) await freshFlag();
  let [now, most] = [0, 0];
  answer = (_, response) => {
    now += 1;
    most = Math.max(most, now);
    setTimeout(() => {
      now -= 1;
      response.end();
    }, 60);
  };
  expect(await report()).toMatchObject({ made: 9, delivered: 9 });
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(4);
});

describe('what is not received', () => {
  it('is sent again, later and later, under one id, and given up after a day', async () => {
    const { id } = await hook('down', { topics: ['config.kill'] });
    const key = await freshFlag();
    await killFlag(admin(), { flag: key, environment: 'staging' });
    answer = (_, response) => response.writeHead(503).end('not now');
    const begun = services.now().getTime();
    expect(await report()).toMatchObject({ retrying: 1 });
    for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt += 1) {
      later(backOff(attempt, 0.5) - 1_000);
      expect(await report()).toMatchObject({ retrying: 0, failed: 0 });
      later(1_000);
      expect(await report()).toMatchObject(attempt + 1 < MOST_ATTEMPTS ? { retrying: 1 } : { failed: 1 });
    }
    const hours = (services.now().getTime() - begun) / 3_600_000;
    expect(hours).toBeGreaterThan(23);
    expect(hours).toBeLessThan(25);
    expect(received).toHaveLength(MOST_ATTEMPTS);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await deliveries(id)).toMatchObject([
      { status: 'failed', attempts: MOST_ATTEMPTS, answer: 503, error: 'refused', response: 'not now', nextAt: null },
    ]);
    later(DAY);
    expect(await report()).toEqual({ made: 0, delivered: 0, retrying: 0, failed: 0 });
  });

  it('spreads its attempts by chance', () => {
    expect([backOff(1, 0), backOff(1, 0.5), backOff(1, 1)]).toEqual([4_000, 5_000, 6_000]);
    expect(backOff(99, 0.5)).toBe(10 * 60 * MINUTE);
  });

  it('holds up nobody else: not a slow receiver, not one that redirects', async () => {
    const slow = await hook('slow', { topics: ['config.kill'] });
    const moved = await hook('moved', { topics: ['config.kill'] });
    const fine = await hook('fine', { topics: ['config.kill'] });
    answer = (request, response) => {
      if (request.url === '/slow') return;
      if (request.url === '/moved') response.writeHead(302, { location: `${base}/fine` });
      response.end();
    };
    await killFlag(admin(), { flag: await freshFlag(), environment: 'staging' });
    expect(await report()).toMatchObject({ delivered: 1, retrying: 2 });
    expect(await deliveries(slow.id)).toMatchObject([{ status: 'waiting', answer: null, error: 'timeout' }]);
    expect(await deliveries(moved.id)).toMatchObject([{ status: 'waiting', answer: 302, error: 'redirect' }]);
    expect(await deliveries(fine.id)).toMatchObject([{ status: 'delivered' }]);
    expect(received.filter(({ path }) => path === '/fine')).toHaveLength(1);
  });

  it('turns the webhook off when the receiver says that it is gone', async () => {
    const { id } = await hook('gone', { topics: ['config.kill'] });
    answer = (_, response) => response.writeHead(410).end();
    await killFlag(admin(), { flag: await freshFlag(), environment: 'staging' });
    expect(await report()).toMatchObject({ failed: 1 });
    expect(await getWebhook(admin(), { id })).toMatchObject({ enabled: false, disabledReason: 'gone' });
    const [entry] = await services.db.auditEntry.findMany({ where: { action: 'webhook.disable' } });
    expect(entry).toMatchObject({ via: 'job' });
  });

  it('turns the webhook off after five days, and what waits is given up; turned on, it begins anew', async () => {
    const { id } = await hook('dead', { topics: ['config.kill', 'config.enable'] });
    answer = (_, response) => response.writeHead(500).end();
    const key = await freshFlag();
    await killFlag(admin(), { flag: key, environment: 'staging' });
    await run();
    const failingSince = services.now().toISOString();
    expect(await getWebhook(admin(), { id })).toMatchObject({ enabled: true, failingSince });
    later(5 * DAY);
    await enableFlag(admin(), { flag: key, environment: 'development' });
    await run();
    const off = await getWebhook(admin(), { id });
    expect(off).toMatchObject({ enabled: false, disabledReason: 'failing' });
    expect((await deliveries(id)).map(({ status, error }) => [status, error])).toEqual([
      ['failed', 'disabled'],
      ['failed', 'disabled'],
    ]);
    const on = await updateWebhook(admin(), { id, version: off.version, enabled: true });
    expect(on).toMatchObject({ enabled: true, disabledReason: null, failingSince: null });
  });
});

describe('a process that dies', () => {
  it('between sending and noting loses nothing: it is sent once more, under the same id', async () => {
    const { id } = await hook('crash', { topics: ['config.kill'] });
    await killFlag(admin(), { flag: await freshFlag(), environment: 'staging' });
    const dying = createOutbound({ allow: ['127.0.0.1'] });
    const crash = new Error('killed');
    const killed = {
      ...dying,
      post: async (...sent: Parameters<typeof dying.post>) => {
        await dying.post(...sent);
        throw crash;
      },
    };
    await expect(runTestJob(services, job, {}, { outbound: killed })).rejects.toThrow(crash);
    expect(received).toHaveLength(1);
    expect(await deliveries(id)).toMatchObject([{ status: 'waiting', attempts: 1, answer: null }]);
    later(MINUTE);
    expect(await report()).toMatchObject({ delivered: 1 });
    expect(received).toHaveLength(2);
    expect(received[0]?.headers['webhook-id']).toBe(received[1]?.headers['webhook-id']);
    later(MINUTE);
    expect(await report()).toMatchObject({ delivered: 0 });
  });

  it('or was overtaken, notes nothing of an attempt that is not the newest', async () => {
    const { id } = await hook('late', { topics: ['config.kill'] });
    await killFlag(admin(), { flag: await freshFlag(), environment: 'staging' });
    answer = (_, response) => response.writeHead(500).end();
    await run();
    const now = services.now();
    later(MINUTE);
    const lease = await takeLease(services.db, job.name, 'other', MINUTE);
    if (!lease) throw new Error('nobody has it');
    const { secrets } = admin();
    const claim = () => claimDeliveries(services.db, { lease, now: services.now(), random: () => 0.5, secrets });
    const [claimed] = await claim();
    if (!claimed) throw new Error('nothing was due');
    expect(await claim()).toEqual([]);
    const sent = { status: 200, error: null, response: null, took: 1 };
    await settleDelivery(services.db, { ...claimed, attempts: 1 }, sent, now);
    expect(await deliveries(id)).toMatchObject([{ status: 'waiting', attempts: 2 }]);
    await settleDelivery(services.db, claimed, sent, services.now());
    expect(await deliveries(id)).toMatchObject([{ status: 'delivered' }]);
    await releaseLease(services.db, lease);
  });
});

it('what was told is forgotten after a while, what waits is not', async () => {
  const { id } = await hook('old', { topics: ['config.kill'] });
  await killFlag(admin(), { flag: await freshFlag(), environment: 'staging' });
  await run();
  later(15 * DAY);
  await killFlag(admin(), { flag: await freshFlag(), environment: 'staging' });
  await runTestJob(services, rollUp);
  expect(await deliveries(id)).toEqual([]);
  expect(await services.db.outbox.count({ where: { deliveredAt: { not: null }, topic: 'flag.create' } })).toBe(0);
  expect(await report()).toMatchObject({ made: 1, delivered: 1 });
});
