import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteHandler } from '@/lib/http/wrapper';

export const HTTP_METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type HttpMethod = (typeof HTTP_METHODS)[number];
export type Handlers = Partial<Record<HttpMethod, RouteHandler>>;

export interface DiskRoute {
  /** Below the project's folder. */
  file: string;
  /** As the documentation writes it: `/api/admin/projects/{project}`. */
  path: string;
  load(): Promise<Handlers>;
}

const ROOT = join(import.meta.dirname, '..', '..');

/** A folder as a part of the address; groups in parentheses are none. */
const partOf = (folder: string): string => (folder.startsWith('(') ? '' : `/${folder.replace(/^\[(.+)\]$/, '{$1}')}`);

/** Every route file there is: what tables of expectations are held against. */
export function routesOnDisk(): DiskRoute[] {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(^|\/)route\.ts$/.test(name),
  );
  return files.sort().map((file) => ({
    file: `app/${file}`,
    path: file.split('/').slice(0, -1).map(partOf).join(''),
    load: async () => (await import(join(ROOT, file))) as Handlers,
  }));
}

/** Whether an address fits a route's path, and its parameters; a catch-all part takes what is left. */
function fit(path: string, asked: readonly string[]): Record<string, string> | null {
  const parts = path.split('/').slice(1);
  const params: Record<string, string> = {};
  const rest = parts.findIndex((part) => part.includes('...'));
  if (rest === -1 ? parts.length !== asked.length : asked.length < rest + (parts[rest]?.startsWith('{[') ? 0 : 1))
    return null;
  const fixed = rest === -1 ? parts : parts.slice(0, rest);
  const fits = fixed.every((part, index) => {
    const value = asked[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return part === value;
    params[name] = value;
    return value !== '';
  });
  return fits ? params : null;
}

/** The route an address leads to and its parameters: fixed parts before variable ones before catch-alls, as in Next. */
export function findRoute(routes: readonly DiskRoute[], pathname: string) {
  const asked = pathname.split('/').slice(1);
  const rank = ({ path }: DiskRoute): string =>
    path.replaceAll(/\{\[?\.\.\.\w+\]?\}/g, '~').replaceAll(/\{\w+\}/g, '}');
  const fitting = routes.flatMap((route) => {
    const params = fit(route.path, asked);
    return params ? [{ route, params }] : [];
  });
  return fitting.sort((a, b) => (rank(a.route) < rank(b.route) ? -1 : 1))[0] ?? null;
}
