import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/server';
import { type CaseRow, PROVIDER_CASES, SPECIFICATION_CASES } from './case-rows';
import { compareCase, type Reported } from './compare-case';
import { OFREP_SCHEMAS } from './ofrep-schema';
import { adminOf, ENVIRONMENT, KEY_VARIABLES, KEYS, prepareFlags, PROJECTS } from './prepare-flags';
import { type ServedPage, servePage } from './serve-page';

const CHROMIUM = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const OFFLINE = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
const validate = new Ajv2020({ strict: false, allowUnionTypes: true }).compile(OFREP_SCHEMAS.bulk);

let server: TestServer;
let served: ServedPage;
let browser: Browser;
let context: BrowserContext;
let page: Page;
interface Answer {
  status: number;
  text: Promise<string>;
  headers: Record<string, string>;
  /** The headers it was asked with. */
  asked: Promise<Record<string, string>>;
}
const answers: Answer[] = [];

beforeAll(async () => {
  server = await startServer({ env: { ...KEY_VARIABLES, FLAGSTAFF_ALLOW_TEST_CLOCK: '1' } });
  await prepareFlags(server);
  served = await servePage();
  const executablePath = CHROMIUM.find((path) => path !== undefined && existsSync(path));
  browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: OFFLINE });
  context = await browser.newContext();
  page = await context.newPage();
  page.on('response', (response) => {
    if (!response.url().includes('/ofrep/')) return;
    const text = response.status() === 200 ? response.text() : Promise.resolve('');
    const asked = response.request().allHeaders();
    answers.push({ status: response.status(), text, headers: response.headers(), asked });
  });
  await page.goto(served.url);
});
afterAll(async () => {
  await browser.close();
  await served.close();
  await server.stop();
});

const settings = (suite: keyof typeof PROJECTS) => ({ baseUrl: server.url, key: KEYS.client[suite] });
const failing = (cases: readonly CaseRow[], reported: Record<string, Reported>): Record<string, string[]> =>
  Object.fromEntries(
    cases
      .map((one) => [one.name, compareCase(one, reported[one.name] ?? { value: 'nothing was reported' })] as const)
      .filter(([, differences]) => differences.length > 0),
  );
/** What hooks give in a page at this moment. */
const rendered = (where: Page, domain: string, cases: readonly CaseRow[]): Promise<Record<string, Reported>> =>
  where.evaluate(([name, rows]) => window.clients.render(name, JSON.parse(rows)), [
    domain,
    JSON.stringify(cases),
  ] as const);
/** The cases of the first scenario, expected to end in an error. */
const failingWith = (errorCode: string): CaseRow[] =>
  SPECIFICATION_CASES.filter(({ name }) => name.startsWith('resolves values')).map((one) => ({
    ...one,
    expect: { value: one.fallback, reason: 'ERROR', errorCode },
  }));

describe('the OFREP web provider, with React in Chromium', () => {
  it('passes every case of the specification', async () => {
    const reported = await page.evaluate(
      ([given, cases]) => window.clients.evaluate('specification', given, JSON.parse(cases)),
      [settings('specification'), JSON.stringify(SPECIFICATION_CASES)] as const,
    );
    expect(failing(SPECIFICATION_CASES, reported)).toEqual({});
    expect(Object.keys(reported)).toHaveLength(65);
  });

  it('passes every case of the draft kit', async () => {
    const reported = await page.evaluate(
      ([given, cases]) => window.clients.evaluate('provider', given, JSON.parse(cases)),
      [settings('provider'), JSON.stringify(PROVIDER_CASES)] as const,
    );
    expect(failing(PROVIDER_CASES, reported)).toEqual({});
    expect(Object.keys(reported)).toHaveLength(44);
  });

  it('was given valid answers only, and read their tags from another origin', async () => {
    const bodies = answers.filter(({ status }) => status === 200);
    expect(bodies.length).toBeGreaterThanOrEqual(5);
    for (const { text, headers } of bodies) {
      const body: unknown = JSON.parse(await text);
      expect({ body, valid: validate(body) }).toEqual({ body, valid: true });
      expect(headers).toMatchObject({ 'access-control-allow-origin': '*', etag: expect.stringMatching(/^"/) });
    }
  });

  it('says that it is not ready before the first answer', async () => {
    const cases = failingWith('PROVIDER_NOT_READY');
    const reported = await page.evaluate(
      ([given, rows]) => window.clients.beforeReady('early', given, JSON.parse(rows)),
      [settings('specification'), JSON.stringify(cases)] as const,
    );
    expect(failing(cases, reported)).toEqual({});
    expect(cases).toHaveLength(5);
  });

  it('gives up for good on a wrong key, which pages may read to be wrong', async () => {
    const wrong = { ...settings('specification'), key: 'fsc_unknown-unknown-unknown' };
    expect(await page.evaluate((given) => window.clients.start('wrong', given), wrong)).toBe('FATAL');
    const cases = failingWith('PROVIDER_FATAL');
    const reported = await rendered(page, 'wrong', cases);
    expect(failing(cases, reported)).toEqual({});
  });

  it('is ready after an answer, and in error without one', async () => {
    const start = (domain: string, baseUrl: string) =>
      page.evaluate(([name, given]) => window.clients.start(name, given), [
        domain,
        { ...settings('specification'), baseUrl },
      ] as const);
    expect(await start('answered', server.url)).toBe('READY');
    expect(await start('unanswered', 'http://127.0.0.1:9')).toBe('ERROR');
  });

  it('answers from its own store at the next visit, saying so', async () => {
    const cached = { ...settings('specification'), cacheMode: 'local-cache-first' as const };
    await page.evaluate((given) => window.clients.start('visited', given), cached);
    await page.waitForFunction(() => Object.keys(localStorage).length > 0);
    const cases = SPECIFICATION_CASES.filter(({ name }) =>
      ['resolves values: boolean from boolean-flag', 'resolves values: string from string-flag'].includes(name),
    );
    expect(cases).toHaveLength(2);
    const again = await context.newPage();
    await again.route('**/ofrep/**', () => {});
    await again.goto(served.url);
    await again.evaluate((given) => window.clients.start('visited', given), cached);
    const reported = await rendered(again, 'visited', cases);
    const expected = cases.map((one) => ({ ...one, expect: { ...one.expect, reason: 'CACHED' } }));
    expect(failing(expected, reported)).toEqual({});
    await again.close();
  });

  it('is told 304 while nothing changed, and of a change at its next fetch', async () => {
    const [greeting] = SPECIFICATION_CASES.filter(({ name }) => name === 'resolves values: string from string-flag');
    if (!greeting) throw new Error('there is no such case');
    const value = async () => (await rendered(page, 'answered', [greeting]))[greeting.name]?.value;
    const fetchAgain = async (): Promise<number | undefined> => {
      const before = answers.length;
      await page.evaluate(() => window.clients.fetchAgain('answered', {}));
      await expect.poll(() => answers.length).toBe(before + 1);
      return answers.at(-1)?.status;
    };
    expect(await value()).toBe('hi');
    expect(await fetchAgain()).toBe(304);
    const path = `/projects/${PROJECTS.specification}/flags/string-flag/environments/${ENVIRONMENT}/changes`;
    const instructions = [{ kind: 'setDefault', default: { variant: 'parting' } }];
    await adminOf(server)('POST', path, { version: 2, instructions });
    expect(await fetchAgain()).toBe(200);
    expect(await value()).toBe('bye');
  });

  it('is told that business hours have begun at its next fetch, despite the tag of before', async () => {
    const admin = adminOf(server);
    const flag = `/projects/${PROJECTS.specification}/flags`;
    await admin('POST', flag, { key: 'office-flag', type: 'boolean', clientVisible: true });
    const recurring = { weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' };
    const rule = { id: 'office', name: 'Office hours', conditions: [], serve: { variant: 'on' } };
    await admin('POST', `${flag}/office-flag/environments/${ENVIRONMENT}/changes`, {
      version: 1,
      instructions: [
        { kind: 'turnOn' },
        { kind: 'setDefault', default: { variant: 'off' } },
        { kind: 'addRule', rule: { ...rule, window: { timezone: 'Europe/Berlin', recurring } } },
      ],
    });
    const office: CaseRow = {
      suite: 'specification',
      name: 'office hours',
      key: 'office-flag',
      type: 'boolean',
      fallback: false,
      context: {},
      expect: { value: true, errorCode: null },
    };
    /** What the provider has after one more fetch at an instant, and how that was answered. */
    const fetchAt = async (now: string) => {
      await admin('POST', '/clock', { now });
      const before = answers.length;
      await page.evaluate(() => window.clients.fetchAgain('office', {}));
      await expect.poll(() => answers.length).toBe(before + 1);
      const answer = answers[before];
      const request = await answer?.asked;
      const { value, reason } = (await rendered(page, 'office', [office]))[office.name] ?? {};
      return { status: answer?.status, sent: request?.['if-none-match'], tag: answer?.headers.etag, value, reason };
    };
    // The clocks of that night went forward: nine o'clock is seven in UTC, where it was eight.
    await admin('POST', '/clock', { now: '2027-03-28T12:00:00Z' });
    await page.evaluate((given) => window.clients.start('office', given), settings('specification'));
    const closed = await fetchAt('2027-03-29T06:30:00Z');
    expect(closed).toMatchObject({ status: 304, value: false });
    const opened = await fetchAt('2027-03-29T07:00:00Z');
    expect(opened).toMatchObject({ status: 200, sent: closed.sent, value: true, reason: 'TARGETING_MATCH' });
    expect(opened.tag).not.toBe(closed.sent);
    expect(await fetchAt('2027-03-29T14:30:00Z')).toMatchObject({ status: 304, sent: opened.tag, value: true });
    expect(await fetchAt('2027-03-29T15:00:00Z')).toMatchObject({ status: 200, sent: opened.tag, value: false });
    await admin('POST', '/clock', { now: null });
  });

  it('turns stale when it can no longer fetch', async () => {
    const polling = { ...settings('provider'), pollInterval: 200 };
    expect(await page.evaluate((given) => window.clients.start('polling', given), polling)).toBe('READY');
    await page.route('**/ofrep/**', (route) => route.abort());
    await expect.poll(() => page.evaluate(() => window.clients.status('polling'))).toBe('STALE');
  });
});
