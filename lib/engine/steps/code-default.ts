import type { Step } from '../model';
import type { CodeDefaultBody } from '../types';
import { type FlagSource, verdictFor } from '../verdicts';
import { message, notReached, outcome } from './plain';

/** Row 6: the state follows what the application declared; the off variant until it has declared anything. */
export function codeDefaultStep(source: FlagSource, codeDefault: CodeDefaultBody | null): Step {
  const isFollowed = source.configuration.state === 'default';
  const variant = codeDefault === null ? source.configuration.offVariant : codeDefault.variant;
  const declared = isFollowed ? verdictFor(source, variant, 'DEFAULT', 'codeDefault') : null;
  const followed = codeDefault === null ? 'codeDefault.undeclared' : 'codeDefault.declared';
  return {
    name: 'codeDefault',
    isIdle: () => !isFollowed,
    decides: [() => declared],
    describe: (_scope, _entry, verdict) => [
      {
        step: 'codeDefault',
        verdict: outcome(verdict),
        message: message(isFollowed ? followed : 'codeDefault.notFollowed', { variant: codeDefault?.variant ?? '' }),
        ...(codeDefault && { variant: codeDefault.variant }),
      },
    ],
    skip: notReached('codeDefault'),
  };
}
