import type { Step } from '../model';
import type { CodeDefaultBody } from '../types';
import { type FlagSource, verdictFor } from '../verdicts';
import { message, notReached } from './plain';

/** Row 6: the state follows what the application declared; the off variant until it has declared anything. */
export function codeDefaultStep(source: FlagSource, codeDefault: CodeDefaultBody | null): Step {
  const isFollowed = source.configuration.state === 'default';
  const variant = codeDefault === null ? source.configuration.offVariant : codeDefault.variant;
  const verdict = isFollowed ? verdictFor(source, variant, 'DEFAULT', 'codeDefault') : null;
  const declared = codeDefault === null ? 'codeDefault.undeclared' : 'codeDefault.declared';
  return {
    name: 'codeDefault',
    isIdle: () => !isFollowed,
    decide(_scope, _entry, trace) {
      trace?.push({
        step: 'codeDefault',
        verdict: isFollowed ? 'answered' : 'passed',
        message: message(isFollowed ? declared : 'codeDefault.notFollowed', { variant: codeDefault?.variant ?? '' }),
        ...(codeDefault && { variant: codeDefault.variant }),
      });
      return verdict;
    },
    skip: notReached('codeDefault'),
  };
}
