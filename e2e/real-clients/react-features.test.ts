import { existsSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';
import { makeSubjectProof } from '@flagstaff/next';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/server';
import {
  CLIENT_KEY,
  IPHONE,
  PACKAGE_KEYS,
  prepareFeature,
  report,
  signingSecretOf,
  switchFeature,
} from './prepare-features';
import { type ServedPage, servePage } from './serve-page';

const CHROMIUM = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const OFFLINE = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

let server: TestServer;
let served: ServedPage;
let browser: Browser;
let secret: string;

beforeAll(async () => {
  server = await startServer({ env: PACKAGE_KEYS });
  await prepareFeature(server, 'reports', { tenant: 'acme', 'client.deviceType': 'mobile' });
  await prepareFeature(server, 'shortcuts', { 'client.deviceType': 'desktop' });
  secret = await signingSecretOf(server);
  served = await servePage('features.tsx');
  const executablePath = CHROMIUM.find((path) => path !== undefined && existsSync(path));
  browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: OFFLINE });
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await server.stop();
});

describe('a page of React features, in Chromium', () => {
  const open = async (tenant: string, userAgent?: string, more: Record<string, string> = {}) => {
    const page = await browser.newPage({ userAgent });
    const query = new URLSearchParams({ server: server.url, key: CLIENT_KEY, tenant, ...more });
    await page.goto(`${served.url}?${query}`);
    return page;
  };

  const proofOfMira = () => {
    const expiresAt = new Date(Date.now() + 60_000);
    return makeSubjectProof({ secret, targetingKey: 'mira', tenant: 'acme', expiresAt });
  };

  it('shows what the subject is meant to see on this device', async () => {
    const desktop = await open('acme');
    await desktop.getByText('Press ? for shortcuts').waitFor();
    expect(await desktop.locator('nav').innerText()).toBe('No reports');
    const telephone = await open('acme', IPHONE);
    await telephone.getByRole('link', { name: 'Reports' }).waitFor();
    expect(await telephone.getByText('Press ? for shortcuts').count()).toBe(0);
    await Promise.all([desktop.close(), telephone.close()]);
  });

  it('hides and shows a feature when its flag changes, without being loaded again', async () => {
    const page = await open('acme', IPHONE);
    await page.getByRole('link', { name: 'Reports' }).waitFor();
    await switchFeature(server, 'reports', 'disable');
    await page.getByText('No reports').waitFor();
    expect(await page.getByRole('link', { name: 'Reports' }).count()).toBe(0);
    await switchFeature(server, 'reports', 'enable');
    await page.getByRole('link', { name: 'Reports' }).waitFor();
    await page.close();
  });

  it('counts what is stored of the subject once the page proves who is signed in', async () => {
    await prepareFeature(server, 'invoices', { plan: 'pro' });
    await report(server, 'identify', { targetingKey: 'mira', tenant: 'acme', attributes: { plan: 'pro' } });
    const proof = await proofOfMira();
    const proven = await open('acme', IPHONE, { proof });
    await proven.getByText('Invoices').waitFor();
    const bare = await open('acme', IPHONE);
    await bare.getByRole('link', { name: 'Reports' }).waitFor();
    expect(await bare.getByText('Invoices').count()).toBe(0);
    await Promise.all([proven.close(), bare.close()]);
  });

  it('unlocks a feature on the next fetch after the third event of a kind', async () => {
    await prepareFeature(server, 'analytics', { 'counters.report_made': 3 });
    const page = await open('acme', IPHONE, { proof: await proofOfMira() });
    const context = { targetingKey: 'mira', tenant: 'acme' };
    const event = { type: 'track', event: 'report_made', context };
    const send = (...ids: string[]) => report(server, 'events', { events: ids.map((id) => ({ id, ...event })) });
    expect(await send('first', 'second')).toMatchObject({ accepted: 2 });
    await page.getByRole('link', { name: 'Reports' }).waitFor();
    expect(await page.getByText('Analytics open after three reports').count()).toBe(1);
    expect(await send('second', 'third')).toMatchObject({ accepted: 1, duplicate: 1 });
    await page.getByText('Analytics', { exact: true }).waitFor();
    await page.close();
  });
});
