import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env.CHROMIUM_PATH ?? CANDIDATES.find((path) => existsSync(path));

export default defineConfig({
  testDir: 'e2e',
  // Two cores, and each worker runs a server of its own besides the browser.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results/browser',
  projects: [
    { name: 'walks', testMatch: '**/*.spec.ts', testIgnore: '**/*.timed.spec.ts' },
    // What is timed has the machine to itself, after everything else.
    { name: 'timed', testMatch: '**/*.timed.spec.ts', dependencies: ['walks'], workers: 1 },
  ],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    // Costs a sixth of the time: `npx playwright test --trace retain-on-failure` looks into a failure.
    trace: 'off',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
