import type { MembershipFilter } from '@/lib/client/use-all-memberships';
import type { ServiceContext } from '@/lib/services/context';
import { getFlag } from '@/lib/services/flags/get';
import { asServiceError } from '@/lib/services/errors';

type Asked = Record<string, string | string[] | undefined>;

const LONGEST = 200;
const STATES = ['open', 'upcoming', 'past'] as const;
const textOf = (value: string | string[] | undefined): string =>
  typeof value === 'string' ? value.slice(0, LONGEST) : '';

/** What an address asks for; a flag that there is not is asked for by nobody. */
export async function readAsked(ctx: ServiceContext, asked: Asked): Promise<MembershipFilter> {
  const flag = textOf(asked.flag);
  const found = flag === '' ? null : await getFlag(ctx, { key: flag }).catch(absent);
  const state = STATES.find((one) => one === asked.state) ?? null;
  return { q: textOf(asked.q).trim(), flag: found?.key ?? null, state };
}

function absent(thrown: unknown): null {
  const kind = asServiceError(thrown)?.kind;
  if (kind === 'not_found' || kind === 'invalid') return null;
  throw thrown;
}
