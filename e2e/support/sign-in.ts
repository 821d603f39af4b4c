import type { Page } from '@playwright/test';
import type { TestServer } from './server';
import { visit } from './visit';

export const ADMINISTRATOR = { email: 'ana@example.com', password: 'correct-horse-battery' };

/** The variables that make the administrator when a server starts for the first time. */
export const ADMINISTRATOR_ENV = {
  FLAGSTAFF_ADMIN_EMAIL: ADMINISTRATOR.email,
  FLAGSTAFF_ADMIN_PASSWORD: ADMINISTRATOR.password,
};

type Server = Pick<TestServer, 'url'>;

/** Signs in by the form, and stands on the first page then. */
export async function signInByForm(page: Page, server: Server, user = ADMINISTRATOR): Promise<void> {
  await visit(page, `${server.url}/sign-in`);
  await page.locator('input[type=email]').fill(user.email);
  await page.locator('input[type=password]').fill(user.password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(({ pathname }) => pathname.startsWith('/p/'));
}

const cookiesOf = (answer: Response): { name: string; value: string }[] =>
  answer.headers.getSetCookie().map((line) => {
    const [pair = ''] = line.split(';');
    const equals = pair.indexOf('=');
    return { name: pair.slice(0, equals), value: pair.slice(equals + 1) };
  });

/** Gives the browser a session of somebody, as the form would, without a page; opens nothing. */
export async function signIn(page: Page, server: Server, user = ADMINISTRATOR): Promise<void> {
  const token = await fetch(`${server.url}/api/auth/csrf`);
  const { csrfToken }: { csrfToken: string } = await token.json();
  const answer = await fetch(`${server.url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: server.url,
      cookie: cookiesOf(token)
        .map(({ name, value }) => `${name}=${value}`)
        .join('; '),
    },
    body: new URLSearchParams({ csrfToken, email: user.email, password: user.password, json: 'true' }),
  });
  const cookies = cookiesOf(answer).filter(({ name }) => name.endsWith('session'));
  if (cookies.length === 0) throw new Error(`${user.email} could not sign in: ${answer.status} ${await answer.text()}`);
  await page.context().addCookies(cookies.map((cookie) => ({ ...cookie, url: server.url, httpOnly: true })));
}
