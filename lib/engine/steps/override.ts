import type { CompiledOverride, FlagEntry, Scope, Step } from '../model';
import { overrideInForce } from '../overrides';
import type { OverrideTrace, TraceMessageId } from '../trace';
import { errorVerdict, type FlagSource, verdictsFor } from '../verdicts';
import { message, notReached } from './plain';

/** Row 5: the context's tenant has its own variant. */
export function overrideStep(source: FlagSource): Step {
  const verdicts = verdictsFor(source, 'TARGETING_MATCH', 'override');
  const unreadable = errorVerdict(source, 'GENERAL', 'The variant of an override does not exist.');
  return {
    name: 'override',
    isIdle: ({ overrides }) => overrides.size === 0,
    decide(scope, entry, trace) {
      const override = overrideInForce(scope, entry);
      trace?.push(traceOverride(scope, entry, override));
      return override === null ? null : (verdicts.get(override.body.variant) ?? unreadable);
    },
    skip: notReached('override'),
  };
}

function traceOverride(scope: Scope, entry: FlagEntry, inForce: CompiledOverride | null): OverrideTrace {
  const { tenant } = scope;
  if (tenant === null) return { step: 'override', verdict: 'passed', message: message('override.noTenant') };
  const body = entry.overrides.get(tenant)?.body;
  const id: TraceMessageId = inForce ? 'override.inForce' : body ? 'override.expired' : 'override.none';
  return {
    step: 'override',
    verdict: inForce ? 'answered' : 'passed',
    message: message(id, { tenant, variant: body?.variant ?? '' }),
    tenant,
    ...(body && { variant: body.variant, expiresAt: body.expiresAt }),
  };
}
