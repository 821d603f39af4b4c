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

/** The route an address leads to and its parameters, fixed parts before variable ones, as Next chooses. */
export function findRoute(routes: readonly DiskRoute[], pathname: string) {
  const asked = pathname.split('/').slice(1);
  const fitting = routes.flatMap((route) => {
    const parts = route.path.split('/').slice(1);
    const params: Record<string, string> = {};
    if (parts.length !== asked.length) return [];
    const fits = parts.every((part, index) => {
      const value = asked[index] ?? '';
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined) return part === value;
      params[name] = value;
      return value !== '';
    });
    return fits ? [{ route, params }] : [];
  });
  return fitting.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0] ?? null;
}
