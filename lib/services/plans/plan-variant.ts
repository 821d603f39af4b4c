import { trueVariant } from '@/lib/engine/verdicts';
import type { FlagDefinition } from '@/lib/engine/types';
import { serviceError } from '../errors';

const refused = (code: string, message: string): Error =>
  serviceError('refused', code, { issues: [{ path: 'strategy.variant', code, message }] });

/** What a plan serves. Throws 422 for a variant that the flag has not, and where none is named and none is true. */
export function planVariant(definition: FlagDefinition, asked: string | undefined): string {
  if (asked !== undefined) {
    if (definition.variants.some(({ key }) => key === asked)) return asked;
    throw refused('unknown_variant', 'The flag has no variant with this key.');
  }
  const meant = trueVariant(definition);
  if (meant === null) throw refused('variant_needed', 'This flag is not boolean: say which variant it is.');
  return meant;
}
