import type { Page } from '@playwright/test';
import type { TestServer } from './server';
import { visit } from './visit';

export const ADMINISTRATOR = { email: 'ana@example.com', password: 'correct-horse-battery' };

/** The variables that make the administrator when a server starts for the first time. */
export const ADMINISTRATOR_ENV = {
  FLAGSTAFF_ADMIN_EMAIL: ADMINISTRATOR.email,
  FLAGSTAFF_ADMIN_PASSWORD: ADMINISTRATOR.password,
};

/** Signs in by the form. */
export async function signIn(page: Page, server: Pick<TestServer, 'url'>, user = ADMINISTRATOR): Promise<void> {
  await visit(page, `${server.url}/sign-in`);
  await page.locator('input[type=email]').fill(user.email);
  await page.locator('input[type=password]').fill(user.password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(({ pathname }) => pathname.startsWith('/p/'));
}
