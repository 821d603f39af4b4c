import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { expect } from '@playwright/test';
import { Webhook } from 'standardwebhooks';
import { SettingsPages } from './pages/settings-pages';
import { AdminApi } from './support/admin-api';
import { seriousFindings } from './support/axe';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';
import { test } from './support/watched-test';

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

let server: TestServer;
let receiver: Server;
let address = '';
let status = 200;
const received: Received[] = [];

test.beforeAll(async () => {
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(status).end('thank you');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const bound = receiver.address();
  address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}/flags`;
  server = await startServer({ env: { ...ADMINISTRATOR_ENV, FLAGSTAFF_WEBHOOK_ALLOW: '127.0.0.1' } });
});
test.afterAll(async () => {
  receiver.close();
  await server.stop();
});

const verified = (secret: string, { headers, body }: Received): unknown =>
  new Webhook(secret).verify(
    body,
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
  );

test('a webhook is made, tested, told of a kill, and its log says what came of it', async ({ page }) => {
  await signIn(page, server);
  const settings = new SettingsPages(page, server.url);
  await settings.open('webhooks');
  await settings.press('New webhook');
  await settings.write('Name', 'Deploy bot');
  await settings.write('Address', 'https://169.254.169.254/latest');
  await settings.answer('Create webhook');
  await expect(settings.dialog.getByRole('alert')).toContainText('private network');
  await settings.write('Address', address);
  await settings.dialog.getByRole('radio', { name: 'Chosen events' }).click();
  await settings.dialog.getByRole('checkbox', { name: 'Configurations', exact: true }).click();
  expect(await seriousFindings(page)).toEqual([]);
  await settings.answer('Create webhook');
  const secret = await settings.secret('Signing secret');
  expect(secret).toMatch(/^whsec_/);
  await page.keyboard.press('Escape');
  expect(await settings.secret('Signing secret')).toBe(secret);
  await settings.answer('Done');
  const row = page.getByRole('listitem').filter({ hasText: 'Deploy bot' });
  await expect(row).toContainText('8 events');
  await expect(page.locator('body')).not.toContainText(secret);

  await row.getByRole('button', { name: 'Test Deploy bot' }).click();
  await expect(settings.dialog).toContainText('HTTP 200');
  await expect(settings.dialog).toContainText('thank you');
  await settings.answer('Done');
  expect(verified(secret, received.at(-1) ?? { headers: {}, body: '' })).toMatchObject({ type: 'webhook.test' });

  status = 503;
  const api = new AdminApi(server);
  await api.createFlag('checkout', { name: 'Checkout' });
  await api.call('POST', '/flags/checkout/environments/production/kill');
  await expect.poll(() => received.some(({ body }) => body.includes('"type":"config.kill"'))).toBe(true);
  await row.getByRole('button', { name: 'Log Deploy bot' }).click();
  const killed = settings.dialog.getByRole('listitem').filter({ hasText: 'Killed' });
  await expect(killed).toContainText('Waiting');
  await expect(killed).toContainText('HTTP 503');
  await killed.getByRole('button').first().click();
  await expect(killed).toContainText('"flag": "checkout"');
  expect(await seriousFindings(page)).toEqual([]);
  status = 200;
  await killed.getByRole('button', { name: 'Send again' }).click();
  await expect
    .poll(async () => {
      await settings.press('Refresh');
      return killed.innerText();
    })
    .toContain('Delivered');
  const kills = received.filter(({ body }) => body.includes('"type":"config.kill"'));
  expect(new Set(kills.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  for (const each of kills) expect(verified(secret, each)).toMatchObject({ data: { environment: 'production' } });
});
