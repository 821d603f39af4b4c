import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateEnvironment } from '@/lib/services/environments/update';
import { createTestDelivery, ENVIRONMENT, ruleFor, type TestDelivery } from './testing/create-test-delivery';

let t: TestDelivery;
const OPEN = `/api/flags?project=default&environment=${ENVIRONMENT}`;

const setPublicRead = async (publicRead: boolean): Promise<void> => {
  const { version } = await t.services.db.environment.findFirstOrThrow({ where: { key: ENVIRONMENT } });
  await updateEnvironment(t.admin(), { key: ENVIRONMENT, version, publicRead });
};

beforeAll(async () => {
  t = await createTestDelivery();
  await t.makeFlag({ key: 'open' });
  await t.change('open', [{ kind: 'turnOn' }, { kind: 'addRule', rule: ruleFor('project', 'default', 'off') }]);
  await t.makeFlag({ key: 'secret', clientVisible: false });
});
afterAll(() => t.close());

describe('an answer without a key', () => {
  it('is refused where it was not allowed, as for a place that is not there', () => {
    const refused = t.ask(OPEN, { key: null });
    expect(refused.status).toBe(401);
    const missing = t.ask('/api/flags?project=default&environment=nowhere', { key: null });
    expect(missing.text).toBe(refused.text);
    expect(t.ask('/api/flags?project=__proto__&environment=constructor', { key: null }).text).toBe(refused.text);
  });

  it('holds what clients may see, to pages of any origin; the place is no attribute', async () => {
    await setPublicRead(true);
    const { status, json, headers } = t.ask(OPEN, { key: null, headers: { origin: 'https://anywhere.example' } });
    expect(status).toBe(200);
    expect(json).toMatchObject({ flags: { open: { variant: 'on' } } });
    expect(json).not.toHaveProperty('flags.secret');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(t.ask(OPEN).json).toMatchObject({ flags: { open: { variant: 'off' }, secret: {} } });
  });

  it('is for GET of all flags only, without explanations', () => {
    expect(t.ask(OPEN, { key: null, body: { context: {} } }).status).toBe(401);
    expect(t.ask(OPEN.replace('flags', 'flags/open'), { key: null }).status).toBe(401);
    expect(t.ask(`${OPEN}&explain=1`, { key: null, address: '192.0.2.2' }).status).toBe(403);
    expect(t.ask(OPEN, { key: 'fsc_unknownunknownunknown' }).status).toBe(401);
  });

  it('is throttled by address', () => {
    const ask = (address: string) => t.ask(OPEN, { key: null, address });
    const statuses = Array.from({ length: 7 }, () => ask('192.0.2.3').status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect(ask('192.0.2.3')).toMatchObject({ headers: { 'retry-after': '1' }, json: { errorCode: 'GENERAL' } });
    expect(ask('192.0.2.4').status).toBe(200);
    expect(t.ask(OPEN, { address: '192.0.2.3' }).status).toBe(200);
    t.services.setNow(new Date(t.services.now().getTime() + 2_000));
    expect([ask('192.0.2.3').status, ask('192.0.2.3').status, ask('192.0.2.3').status]).toEqual([200, 200, 429]);
  });

  it('ends when it is no longer allowed', async () => {
    await setPublicRead(false);
    expect(t.ask(OPEN, { key: null, address: '192.0.2.5' }).status).toBe(401);
  });
});
