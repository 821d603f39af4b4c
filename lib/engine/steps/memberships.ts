import { openMembership } from '../memberships';
import type { Decide, FlagEntry, Scope, Step } from '../model';
import type { MembershipsTrace, TraceMessageId } from '../trace';
import type { Verdict } from '../types';
import { errorVerdict, type FlagSource, trueVariant, verdictsFor } from '../verdicts';
import { message, notReached, outcome } from './plain';

/** Row 8: a membership window of the subject, or else of its tenant, is open. */
export function membershipsStep(source: FlagSource): Step {
  const verdicts = verdictsFor(source, 'TARGETING_MATCH', 'membership');
  const implied = trueVariant(source.definition) ?? '';
  const unreadable = errorVerdict(source, 'GENERAL', 'The variant of a membership does not exist.');
  const decide: Decide = (scope, entry) => {
    const open = openMembership(entry.memberships, scope.subject, scope.tenant, scope.now);
    return open === null ? null : (verdicts.get(open.body.variant ?? implied) ?? unreadable);
  };
  return {
    name: 'memberships',
    isIdle: ({ memberships }) => memberships.byId.size === 0,
    decides: [decide],
    describe: (scope, entry, verdict) => [describe(scope, entry, verdict)],
    skip: notReached('memberships'),
  };
}

function describe(
  { subject, tenant, now }: Scope,
  { memberships }: FlagEntry,
  verdict: Verdict | null,
): MembershipsTrace {
  const open = openMembership(memberships, subject, tenant, now);
  const params = { subject: subject ?? '', tenant: tenant ?? '' };
  if (open === null) {
    const hasOwn = subject !== null && memberships.bySubject.has(subject);
    const hasAny = hasOwn || (tenant !== null && memberships.byTenant.has(tenant));
    const id: TraceMessageId = hasAny ? 'memberships.closed' : 'memberships.none';
    return { step: 'memberships', verdict: 'passed', message: message(id, params) };
  }
  const { startsAt, endsAt } = open.body;
  const isOwn = open.body.subject !== undefined;
  const id: TraceMessageId = isOwn ? 'memberships.openForSubject' : 'memberships.openForTenant';
  const found = { id: open.id, startsAt, endsAt, variant: verdict?.variant ?? null };
  return {
    step: 'memberships',
    verdict: outcome(verdict),
    message: message(id, { ...params, startsAt, endsAt }),
    ...found,
  };
}
