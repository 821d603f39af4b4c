import { createSecrets } from '@/lib/services/secrets';
import { run } from './run';
import type { ExitCode, Io } from './io';

export interface Ran {
  code: ExitCode;
  out: string;
  err: string;
}

/** Runs a command against a world of the test's own. */
export async function ran(argv: string[], world: Partial<Io> = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const refuse = (what: string) => () => Promise.reject(new Error(`the test gave no ${what}`));
  const code = await run(argv, {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    stdin: refuse('input'),
    readFile: refuse('file'),
    fetch: refuse('server'),
    withInstallation: refuse('database'),
    secrets: () => createSecrets([{ id: 'test', bytes: new Uint8Array(32).fill(7) }]),
    defaults: () => ({ url: undefined, key: undefined }),
    ...world,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
