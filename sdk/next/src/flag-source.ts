import type { FlagContext } from '@flagstaff/context';

/** Says whether a boolean flag is on for somebody. It never throws: what cannot be known is off. */
export type FlagSource = (flag: string, context: FlagContext) => Promise<boolean>;

export interface ServerSettings {
  /** Where Flagstaff is, without a path of its API: `https://flags.example.com`. */
  url: string;
  /** A server key (`fss_…`), kept out of what browsers are sent. */
  key: string;
  /** How long an answer is waited for: 1,000. */
  timeoutMs?: number;
  /** Is told why a flag counted as off without an answer that says so. */
  onError?: (problem: unknown, flag: string) => void;
}

/** A client of OpenFeature's server SDK, with a provider of your choice. */
export interface OpenFeatureSettings {
  client: { getBooleanValue(flag: string, fallback: boolean, context: FlagContext): Promise<boolean> };
  onError?: (problem: unknown, flag: string) => void;
}

const valueOf = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;

async function ask({ url, key, timeoutMs = 1_000 }: ServerSettings, flag: string, context: FlagContext) {
  const answer = await fetch(`${url.replace(/\/+$/, '')}/api/flags/${encodeURIComponent(flag)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'x-flagstaff-sdk': 'next' },
    body: JSON.stringify({ context }),
    cache: 'no-store',
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!answer.ok) throw new Error(`flag ${flag}: the server answered ${answer.status}`);
  const value = valueOf(await answer.json());
  // No value is an answer too: the caller's own default, and that is off.
  if (value !== undefined && typeof value !== 'boolean') throw new Error(`flag ${flag} is not a boolean one`);
  return value === true;
}

/** Asks a Flagstaff server, or the client handed in. */
export function flagSource(settings: ServerSettings | OpenFeatureSettings): FlagSource {
  return async (flag, context) => {
    try {
      if ('client' in settings) return (await settings.client.getBooleanValue(flag, false, context)) === true;
      return await ask(settings, flag, context);
    } catch (problem) {
      settings.onError?.(problem, flag);
      return false;
    }
  };
}
