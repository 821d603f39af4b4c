import { expect, type Page } from '@playwright/test';
import { PlanBuilderPage, PlanDetailPage } from './pages/plan-pages';
import { AdminApi } from './support/admin-api';
import { seriousFindings } from './support/axe';
import { callInstallation, makeUser } from './support/installation-api';
import { startServer, type TestServer } from './support/server';
import { ADMINISTRATOR_ENV, signIn } from './support/sign-in';
import { rawIds, test } from './support/watched-test';
import { visit } from './support/visit';

const CRON_SECRET = 'end-to-end-tests-are-a-clock-outside-0123456789';
const DAY = 86_400_000;
/** As it stands in the documentation. */
const PROGRESSIVE = {
  strategy: 'progressive-environment',
  sequence: [
    { environment: 'development', percentage: 100, minDuration: '2d' },
    {
      environment: 'staging',
      percentage: 100,
      minDuration: '5d',
      requiredMetrics: { errorRate: { operator: 'lessThan', value: 0.01 } },
    },
    {
      environment: 'production',
      percentage: 20,
      minDuration: '3d',
      requiredMetrics: {
        errorRate: { operator: 'lessThan', value: 0.005 },
        performance: { operator: 'greaterThan', value: 0.95 },
      },
    },
    { environment: 'production', percentage: 100 },
  ],
};

let server: TestServer;
let api: AdminApi;
/** What the test clock says. */
let now: number;

test.beforeAll(async () => {
  const env = { ...ADMINISTRATOR_ENV, CRON_SECRET, FLAGSTAFF_ALLOW_TEST_CLOCK: '1' };
  server = await startServer({ env });
  api = new AdminApi(server);
  now = Date.now();
  await api.createFlag('checkout', { name: 'Checkout' });
  await api.createFlag('theme', { name: 'Theme' });
  await api.call('POST', '/segments', { key: 'beta', name: 'Beta' });
});
test.afterAll(() => server.stop());

/** Lets time pass: the administrator moves the clock, and a clock outside asks for what is due. */
async function pass(milliseconds: number): Promise<void> {
  now += milliseconds;
  await callInstallation(server, 'POST', '/clock', { now: new Date(now).toISOString() });
  const answer = await fetch(`${server.url}/api/cron/advance-plans`, {
    headers: { authorization: `Bearer ${CRON_SECRET}` },
  });
  expect(answer.status).toBe(200);
}

const post = (name: string, value: number, environment = 'development'): Promise<unknown> =>
  api.call('POST', '/signals', { name, environment, value });

/** The share that the plan's rule serves now. */
async function shareOf(flag: string): Promise<number | undefined> {
  const { rules } = await api.configuration(flag, 'development');
  return rules[0]?.rollout?.percentage;
}

async function expectCurrent(page: Page, share: string): Promise<void> {
  const plan = new PlanDetailPage(page);
  await expect(async () => {
    await plan.reload();
    await expect(plan.current).toContainText(share, { timeout: 1_000 });
  }).toPass();
}

test('a plan is made from a template, started, goes on with the clock, and rolls back by a posted error rate', async ({
  page,
}) => {
  await post('errorRate', 0.001);
  await signIn(page, server);
  await visit(page, `${server.url}/p/default/plans`);
  await expect(page.getByRole('heading', { name: 'No plans yet' })).toBeVisible();
  await page.getByRole('link', { name: /Guarded by the error rate/ }).click();

  const builder = new PlanBuilderPage(page, server.url);
  await expect(builder.steps.getByRole('listitem', { name: 'Step 3', exact: true })).toBeVisible();
  await expect(builder.preview).toContainText('As soon as the plan is complete');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(builder.flag).toHaveAttribute('aria-invalid', 'true');
  await builder.chooseFlag('Checkout');
  await builder.chooseEnvironment('Development');
  await builder.steps.getByLabel('Exact share of step 1').fill('15');
  await expect(builder.preview.getByRole('listitem').first()).toContainText('Step 1: 15 %');
  await expect(builder.preview).toContainText('Turn the flag on');

  await page.getByRole('button', { name: 'Start now…' }).click();
  const plan = new PlanDetailPage(page);
  await expect(plan.dialog).toContainText('The first of 3 steps is in force at once');
  await plan.dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Checkout' })).toBeVisible();
  await expect(plan.current).toContainText('15 %');
  expect(await shareOf('checkout')).toBe(15_000);

  // A day later the gate has no value of the last hour, so that it holds and says so.
  await pass(DAY + 60_000);
  await expect(async () => {
    await plan.reload();
    await expect(plan.notice).toContainText('There is no value of errorRate', { timeout: 1_000 });
  }).toPass();
  await expect(page.getByText('Holds: no value in the last 1 hour')).toBeVisible();
  await post('errorRate', 0.002);
  await pass(60_000);
  await expectCurrent(page, '50 %');
  expect(await shareOf('checkout')).toBe(50_000);

  await visit(page, `${server.url}/p/default/flags/checkout/targeting?env=development`);
  await expect(page.getByText('A plan is rolling this out: Checkout, step 2 of 3.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Rules' })).toContainText('From plan Checkout');
  await page.getByRole('link', { name: 'Look at the plan' }).click();

  await post('errorRate', 0.09);
  await pass(30_000);
  await expect(async () => {
    await plan.reload();
    await expect(plan.notice).toContainText('rolled back', { timeout: 1_000 });
  }).toPass();
  await expect(plan.notice).toContainText('errorRate is at 0.09, which breaches the guardrail “above 0.02”.');
  await expect(plan.events.getByRole('listitem').first()).toContainText('Rolled back to step 1');
  expect(await shareOf('checkout')).toBe(15_000);
});

test('what is pasted as JSON is a plan; the editor refuses what is none, and steps are put in order', async ({
  page,
}) => {
  await signIn(page, server);
  const builder = new PlanBuilderPage(page, server.url);
  await builder.open('?flag=theme&env=development');
  await page.getByRole('radio', { name: 'JSON' }).click();
  const editor = page.getByRole('textbox', { name: 'Strategy as JSON' });
  await editor.fill(JSON.stringify({ ...PROGRESSIVE, sequence: [{ environment: 'development', percentage: 120 }] }));
  await expect(page.getByRole('list', { name: 'What is wrong' })).toContainText('sequence.0.percentage');
  await expect(page.getByRole('button', { name: 'Save draft' })).toBeDisabled();
  await editor.fill(JSON.stringify(PROGRESSIVE));
  await expect(builder.preview.getByRole('listitem').filter({ hasText: 'Step 4: 100 %' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'To look at before the start' })).toContainText(
    'No value of performance was ever posted in production',
  );
  await page.getByRole('radio', { name: 'Form' }).click();
  await builder.steps.getByRole('button', { name: 'Move step 2 down' }).click();
  await builder.steps.getByRole('button', { name: 'Remove step 4' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Theme everywhere');
  await page.getByRole('button', { name: 'Save draft' }).click();
  const plan = new PlanDetailPage(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Theme everywhere' })).toBeVisible();
  await expect(plan.track.getByRole('listitem')).toHaveCount(3);
  await expect(plan.track.getByRole('listitem').nth(1)).toContainText('Production');

  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Theme');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Theme', exact: true })).toBeVisible();
  await plan.button('Delete').click();
  await plan.dialog.getByRole('button', { name: 'Delete' }).click();
  await page.waitForURL(({ pathname }) => pathname === '/p/default/plans');
  await expect(plan.toasts.filter({ hasText: 'Theme is deleted' })).toBeVisible();
});

test('a plan in production is started by typing its name, paused, resumed, forced through a gate with a reason, and rolled back', async ({
  page,
}) => {
  await post('latency', 300, 'production');
  const { id } = await api.call<{ id: string }>('POST', '/plans', {
    flag: 'theme',
    environment: 'production',
    name: 'Theme for all',
    strategy: {
      strategy: 'staged-rollout',
      phases: [
        {
          percentage: 10,
          duration: '3d',
          targetGroups: ['beta'],
          requiredMetrics: { latency: { operator: 'lessThan', value: 200 } },
        },
        { percentage: 100 },
      ],
    },
  });
  await signIn(page, server);
  await visit(page, `${server.url}/p/default/plans/${id}`);
  const plan = new PlanDetailPage(page);
  await plan.button('Start').click();
  const start = plan.dialog.getByRole('button', { name: 'Start', exact: true });
  await expect(start).toBeDisabled();
  await plan.dialog.getByLabel('Type Production to confirm').fill('Production');
  await start.click();
  await expect(plan.current).toContainText('10 %');
  await expect(page.getByText('Holds: no value in the last 1 hour')).toBeVisible();
  await post('latency', 310, 'production');
  await plan.reload();
  await expect(page.getByText('Fails: the plan holds until it passes')).toBeVisible();

  await plan.button('Pause').click();
  await plan.dialog.getByRole('button', { name: 'Pause' }).click();
  await expect(plan.notice).toContainText('This plan is paused');
  await expect(plan.notice).toContainText(/2 days 23 hours|3 days/);
  await plan.button('Resume').click();
  await plan.dialog.getByLabel('Type Production to confirm').fill('Production');
  await plan.dialog.getByRole('button', { name: 'Resume' }).click();
  await expect(plan.notice).toHaveCount(0);

  await plan.button('Go on now').click();
  await expect(plan.dialog).toContainText('This skips the');
  await expect(plan.dialog).toContainText('latency below 200 – is at 310');
  await plan.dialog.getByLabel('Type Production to confirm').fill('Production');
  await plan.dialog.getByRole('checkbox', { name: 'Go on although the gates are not met' }).click();
  const advance = plan.dialog.getByRole('button', { name: 'Go on now' });
  await expect(advance).toBeDisabled();
  await plan.dialog.getByLabel(/Comment/).fill('Known, and harmless');
  await advance.click();
  await expect(page.getByText('Completed', { exact: true })).toBeVisible();
  await expect(plan.events).toContainText('Gates passed by force');

  await plan.button('Roll back').click();
  await expect(plan.dialog.getByRole('list', { name: 'What is taken back' })).toContainText('10 %: beta');
  await plan.dialog.getByLabel('Type Production to confirm').fill('Production');
  await plan.dialog.getByRole('button', { name: 'Roll back' }).click();
  await expect(plan.notice).toContainText('This plan was rolled back');
  expect((await api.configuration('theme', 'production')).rules).toEqual([]);
});

test('a viewer sees plans, and may change none; the list is searched and filtered', async ({ page }) => {
  const body = {
    flag: 'checkout',
    environment: 'staging',
    name: 'Looked at',
    strategy: { strategy: 'role-based', includedRoles: ['admin'] },
  };
  const { id } = await api.call<{ id: string }>('POST', '/plans', body);
  await signIn(page, server, await makeUser(server, 'viewer'));
  await visit(page, `${server.url}/p/default/plans`);
  await expect(page.getByRole('link', { name: 'New plan' })).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Draft' }).click();
  await page.getByLabel('Search plans').fill('looked');
  await expect(page).toHaveURL(/status=draft/);
  await page.getByRole('link', { name: 'Looked at' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Looked at' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start' })).toHaveCount(0);
  await visit(page, `${server.url}/p/default/plans/${id}/edit`);
  await expect(page.getByRole('heading', { name: 'You may not see this' })).toBeVisible();
});

test('the pages of plans have no serious findings, and speak German', async ({ page, context }) => {
  await signIn(page, server);
  const { items } = await api.call<{ items: { id: string }[] }>('GET', '/plans');
  const paths = ['plans/nowhere', ...items.slice(0, 2).map(({ id }) => `plans/${id}`)];
  for (const path of paths) {
    await visit(page, `${server.url}/p/default/${path}`);
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
    expect(await seriousFindings(page), path).toEqual([]);
  }
  await context.addCookies([{ name: 'locale', value: 'de', url: server.url }]);
  for (const path of paths) {
    await page.goto(`${server.url}/p/default/${path}`);
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
    expect(await rawIds(page), path).toEqual([]);
  }
});
