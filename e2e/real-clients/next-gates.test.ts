import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/server';
import { type GatedApp, startGatedApp } from './gated-app';
import { IPHONE, PACKAGE_KEYS, prepareFeature, SERVER_KEY, switchFeature } from './prepare-features';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

let server: TestServer;
let app: GatedApp;

beforeAll(async () => {
  server = await startServer({ env: PACKAGE_KEYS });
  await prepareFeature(server, 'reports', { tenant: 'acme', 'client.deviceType': 'mobile' });
  app = await startGatedApp({ FLAGS_URL: server.url, FLAGS_KEY: SERVER_KEY });
  // Two packages and an application are built first.
}, 240_000);
afterAll(async () => {
  await app.stop();
  await server.stop();
});

describe('a Next application behind a flag', () => {
  const GATES = [
    ['a page', '/reports', 'Reports behind a page'],
    ['the proxy', '/beta', 'Reports behind the proxy'],
    ['a route handler', '/api/reports', 'behind a handler'],
  ] as const;
  const ask = async (path: string, tenant: string, userAgent: string) => {
    const headers = { 'x-subject': 'mira', 'x-tenant': tenant, 'user-agent': userAgent };
    const answer = await fetch(app.url + path, { headers });
    return { status: answer.status, text: await answer.text() };
  };

  it.each(GATES)('finds %s only for whom the rule means, by tenant and device', async (_what, path, text) => {
    const found = await ask(path, 'acme', IPHONE);
    expect([found.status, found.text]).toEqual([200, expect.stringContaining(text)]);
    for (const [tenant, userAgent] of [
      ['acme', FIREFOX],
      ['globex', IPHONE],
    ] as const) {
      const refused = await ask(path, tenant, userAgent);
      expect([refused.status, refused.text.includes(text)]).toEqual([404, false]);
    }
  });

  it('finds nothing behind it while the flag is off, and everything again once it is on', async () => {
    const statuses = () => Promise.all(GATES.map(async ([, path]) => (await ask(path, 'acme', IPHONE)).status));
    await switchFeature(server, 'reports', 'disable');
    await expect.poll(statuses).toEqual([404, 404, 404]);
    await switchFeature(server, 'reports', 'enable');
    await expect.poll(statuses).toEqual([200, 200, 200]);
  });
});
