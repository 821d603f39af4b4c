import type { Decide, FlagEntry, Scope, Step } from '../model';
import { overrideInForce } from '../overrides';
import type { OverrideTrace, TraceMessageId } from '../trace';
import type { Verdict } from '../types';
import { errorVerdict, type FlagSource, verdictsFor } from '../verdicts';
import { message, notReached, outcome } from './plain';

/** Row 5: the context's tenant has its own variant. */
export function overrideStep(source: FlagSource): Step {
  const verdicts = verdictsFor(source, 'TARGETING_MATCH', 'override');
  const unreadable = errorVerdict(source, 'GENERAL', 'The variant of an override does not exist.');
  const decide: Decide = (scope, entry) => {
    const override = overrideInForce(scope, entry);
    return override === null ? null : (verdicts.get(override.body.variant) ?? unreadable);
  };
  return {
    name: 'override',
    isIdle: ({ overrides }) => overrides.size === 0,
    decides: [decide],
    describe: (scope, entry, verdict) => [describe(scope, entry, verdict)],
    skip: notReached('override'),
  };
}

function describe({ tenant }: Scope, { overrides }: FlagEntry, verdict: Verdict | null): OverrideTrace {
  if (tenant === null) return { step: 'override', verdict: 'passed', message: message('override.noTenant') };
  const body = overrides.get(tenant)?.body;
  const id: TraceMessageId = verdict ? 'override.inForce' : body ? 'override.expired' : 'override.none';
  return {
    step: 'override',
    verdict: outcome(verdict),
    message: message(id, { tenant, variant: body?.variant ?? '' }),
    tenant,
    ...(body && { variant: body.variant }),
    ...(body?.expiresAt !== undefined && { expiresAt: body.expiresAt }),
  };
}
