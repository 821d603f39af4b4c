import { openMembership } from '../memberships';
import type { CompiledMembership, FlagEntry, Scope, Step } from '../model';
import type { MembershipsTrace, TraceMessageId } from '../trace';
import type { Verdict } from '../types';
import { errorVerdict, type FlagSource, trueVariant, verdictsFor } from '../verdicts';
import { message, notReached } from './plain';

/** Row 8: a membership window of the subject, or else of its tenant, is open. */
export function membershipsStep(source: FlagSource): Step {
  const verdicts = verdictsFor(source, 'TARGETING_MATCH', 'membership');
  const implied = trueVariant(source.definition) ?? '';
  const unreadable = errorVerdict(source, 'GENERAL', 'The variant of a membership does not exist.');
  return {
    name: 'memberships',
    isIdle: ({ memberships }) => memberships.byId.size === 0,
    decide(scope, entry, trace) {
      const open = openMembership(entry.memberships, scope.subject, scope.tenant, scope.now);
      const verdict = open === null ? null : (verdicts.get(open.body.variant ?? implied) ?? unreadable);
      trace?.push(traceMemberships(scope, entry, open, verdict));
      return verdict;
    },
    skip: notReached('memberships'),
  };
}

function traceMemberships(
  { subject, tenant }: Scope,
  { memberships }: FlagEntry,
  open: CompiledMembership | null,
  verdict: Verdict | null,
): MembershipsTrace {
  const params = { subject: subject ?? '', tenant: tenant ?? '' };
  if (open === null) {
    const hasAny =
      (subject !== null && memberships.bySubject.has(subject)) || (tenant !== null && memberships.byTenant.has(tenant));
    const id: TraceMessageId = hasAny ? 'memberships.closed' : 'memberships.none';
    return { step: 'memberships', verdict: 'passed', message: message(id, params) };
  }
  const { startsAt, endsAt } = open.body;
  const isOwn = open.body.subject !== undefined;
  const id: TraceMessageId = isOwn ? 'memberships.openForSubject' : 'memberships.openForTenant';
  const found = { id: open.id, startsAt, endsAt, variant: verdict?.variant ?? null };
  return { step: 'memberships', verdict: 'answered', message: message(id, { ...params, startsAt, endsAt }), ...found };
}
