import type { z } from 'zod';
import { authorize } from '../authorize';
import type { ProjectScope, ServiceContext } from '../context';
import { parseInput, refusing, type Verb, type WriteVerb } from '../define-verb';
import { serviceError } from '../errors';
import type { Refusal } from './address';
import { createOutbound } from './outbound';

const CODES: Readonly<Record<Refusal, string>> = {
  url_invalid: 'webhook_url_invalid',
  url_scheme: 'webhook_url_scheme',
  url_credentials: 'webhook_url_credentials',
  url_port: 'webhook_url_port',
  address_private: 'webhook_address_private',
  host_unknown: 'webhook_host_unknown',
};

/** The context's way out; without one, that which leads nowhere private. */
export const outboundOf = ({ outbound }: Pick<ServiceContext, 'outbound'>) => outbound ?? createOutbound();

/** A write that names an address to send to: that is looked at first, as no transaction waits for the network. */
export function withAddress<I extends z.ZodType, O>(
  write: WriteVerb<I, O, ProjectScope>,
  urlOf: (input: z.output<I>) => string | undefined,
): Verb<I, O, ProjectScope> {
  const { verbName, input, permission } = write;
  const verb = async (ctx: ServiceContext, raw: unknown): Promise<O> => {
    const asked = await refusing(ctx, verbName, async () => {
      authorize(ctx, permission, []);
      return parseInput(input, raw);
    });
    const url = urlOf(asked);
    const refusal = url === undefined ? null : await outboundOf(ctx).check(url);
    if (refusal) throw serviceError('refused', CODES[refusal]);
    return write(ctx, raw);
  };
  return Object.assign(verb, { verbName, input, permission, kind: 'write' as const });
}
