import type { Page, Request } from '@playwright/test';

/** The next write that the page sends to the server. */
export const nextAction = (page: Page): Promise<Request> =>
  page.waitForRequest((request) => request.method() === 'POST' && 'next-action' in request.headers());

/** Sends what one person's page wrote once more, with the session of another's; answers the text of the answer. */
export async function replayAs(page: Page, request: Request): Promise<string> {
  const headers = request.headers();
  const response = await page.request.post(request.url(), {
    headers: {
      'next-action': headers['next-action'] ?? '',
      'content-type': headers['content-type'] ?? 'text/plain;charset=UTF-8',
      accept: 'text/x-component',
      origin: new URL(request.url()).origin,
    },
    data: request.postData() ?? '',
  });
  return response.text();
}
