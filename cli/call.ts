import type { Io } from './io';
import { Failure } from './failure';
import { needed, UsageError } from './usage-error';

export interface Target {
  url: string | undefined;
  key: string | undefined;
}

const TIMEOUT_MS = 30_000;

const textAt = (value: unknown, name: string): string | null => {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'string' ? found : null;
};

function reasonOf(status: number, body: unknown): string {
  const inner = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  const words = textAt(inner, 'message') ?? textAt(body, 'errorDetails') ?? textAt(body, 'errorCode');
  return words ?? `the server answered ${status}`;
}

/** Asks a running server. Throws `Failure` with what it said for anything but 2xx. */
export async function call(io: Io, target: Target, path: string, body?: unknown): Promise<unknown> {
  const base = needed(target.url ?? io.defaults().url, '--url (or FLAGSTAFF_URL)');
  const key = needed(target.key ?? io.defaults().key, '--key (or FLAGSTAFF_KEY)');
  if (!/^https?:\/\//.test(base) || !URL.canParse(base))
    throw new UsageError('--url must begin with http:// or https://');
  const headers: Record<string, string> = { authorization: `Bearer ${key}`, 'user-agent': 'flagstaff-cli/1' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const response = await io
    .fetch(`${base.replace(/\/+$/, '')}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    .catch(() => {
      throw new Failure(`${new URL(base).origin} does not answer`);
    });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new Failure(reasonOf(response.status, answer), answer);
  return answer;
}

/** A context given as JSON on the command line. */
export function contextOf(text: string | undefined): object {
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  } catch {
    // Told below, like any other thing that is not an object.
  }
  throw new UsageError(`--context must be a JSON object, such as '{"targetingKey":"u1"}'`);
}
