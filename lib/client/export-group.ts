import { adminPath } from './fetch-json';

const PAGE = 10_000;
/** The next page, on our own server. */
const NEXT = /^<(\/[^>]*)>; rel="next"$/;

/** A flag's group as one text of comma-separated values, read page by page. Throws when a page cannot be read. */
export async function exportGroup(project: string, flag: string, environment: string): Promise<string> {
  const parts: string[] = [];
  let path: string | undefined = adminPath(project, ['flags', flag, 'members'], {
    environment,
    format: 'csv',
    limit: PAGE,
  });
  while (path !== undefined) {
    const response: Response = await fetch(path, { cache: 'no-store', credentials: 'same-origin' });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const text = await response.text();
    parts.push(parts.length === 0 ? text : text.slice(text.indexOf('\n') + 1));
    path = NEXT.exec(response.headers.get('link') ?? '')?.[1];
  }
  return parts.join('');
}
