import { parseInstant } from '@/lib/engine/instant';
import type { MembershipBody } from '@/lib/engine/types';
import { compileWindow, isOpen, nextEdge } from '@/lib/engine/window';
import { splitMembershipKey } from './membership-key';
import type { MembershipState, MembershipView } from './types';

export interface StoredMembership {
  key: string;
  body: MembershipBody;
  fromAt: Date;
}

function stateOf({ startsAt, endsAt }: MembershipBody, now: Date): MembershipState {
  const [start, end] = [parseInstant(startsAt) ?? Number.POSITIVE_INFINITY, parseInstant(endsAt) ?? 0];
  if (end <= now.getTime()) return 'past';
  return start <= now.getTime() ? 'open' : 'upcoming';
}

function opening(body: MembershipBody, now: Date): Pick<MembershipView, 'open' | 'nextChange'> {
  const window = compileWindow(body);
  const next = nextEdge(window, now.getTime());
  return { open: isOpen(window, now.getTime()), nextChange: next === null ? null : new Date(next).toISOString() };
}

/** Those stored without one were never changed. */
export const versionOf = ({ version = 1 }: MembershipBody): number => version;

export function membershipView(
  { key, body, fromAt }: StoredMembership,
  environment: string,
  now: Date,
): MembershipView {
  const { subject = null, tenant = null, variant = null, startDate = null, endDate = null, note = null } = body;
  return {
    ...splitMembershipKey(key),
    environment,
    subject,
    tenant,
    variant,
    startsAt: body.startsAt,
    endsAt: body.endsAt,
    startDate,
    endDate,
    timezone: body.timezone ?? 'UTC',
    recurring: body.recurring ?? null,
    note,
    state: stateOf(body, now),
    ...opening(body, now),
    updatedAt: fromAt.toISOString(),
    version: versionOf(body),
  };
}

/** A membership as the audit says it. */
export function auditedMembership({ v: _, version: _version, ...said }: MembershipBody): object {
  return said;
}
