import { BigMap } from './big-map';
import { parseInstant } from './instant';
import type { CompiledMembership, MembershipIndex, MembershipList } from './model';
import type { MembershipBody } from './types';
import { isOpen } from './window';

export function noMemberships(): MembershipIndex {
  return { byId: BigMap.empty(), bySubject: BigMap.empty(), byTenant: BigMap.empty() };
}

/** The open membership that decides: the subject's before the tenant's, then the latest start, then the smallest id. */
export function openMembership(
  index: MembershipIndex,
  subject: string | null,
  tenant: string | null,
  now: number,
): CompiledMembership | null {
  const own = subject === null ? null : firstOpen(index.bySubject.get(subject), now);
  if (own !== null || tenant === null) return own;
  return firstOpen(index.byTenant.get(tenant), now);
}

function firstOpen(list: MembershipList | undefined, now: number): CompiledMembership | null {
  if (list === undefined) return null;
  for (const membership of list) if (isOpen(membership, now)) return membership;
  return null;
}

/** The index after memberships were set, or removed where the body is null, by id. */
export function changeMemberships(
  index: MembershipIndex,
  changes: ReadonlyMap<string, MembershipBody | null>,
): MembershipIndex {
  const byId = new Map<string, CompiledMembership | undefined>();
  const subjects = new Map<string, CompiledMembership[]>();
  const tenants = new Map<string, CompiledMembership[]>();
  for (const [id, body] of changes) {
    const before = index.byId.get(id);
    const after = body === null ? undefined : compileMembership(id, body);
    for (const membership of [before, after]) {
      const { subject, tenant } = membership?.body ?? {};
      if (subject !== undefined) open(subjects, index.bySubject, subject);
      else if (tenant !== undefined) open(tenants, index.byTenant, tenant);
    }
    drop(before, subjects, tenants);
    if (after !== undefined) listOf(after, subjects, tenants)?.push(after);
    byId.set(id, after);
  }
  return {
    byId: index.byId.with(byId),
    bySubject: index.bySubject.with(sorted(subjects)),
    byTenant: index.byTenant.with(sorted(tenants)),
  };
}

/** A window that cannot be read is never open. */
function compileMembership(id: string, body: MembershipBody): CompiledMembership {
  const startsAt = parseInstant(String(body.startsAt)) ?? Number.POSITIVE_INFINITY;
  const endsAt = parseInstant(String(body.endsAt)) ?? Number.NEGATIVE_INFINITY;
  return { id, body, startsAt, endsAt };
}

function open(lists: Map<string, CompiledMembership[]>, from: BigMap<MembershipList>, who: string): void {
  if (!lists.has(who)) lists.set(who, from.get(who)?.slice() ?? []);
}

type Lists = Map<string, CompiledMembership[]>;

function listOf({ body }: CompiledMembership, subjects: Lists, tenants: Lists): CompiledMembership[] | undefined {
  if (body.subject !== undefined) return subjects.get(body.subject);
  return body.tenant === undefined ? undefined : tenants.get(body.tenant);
}

function drop(membership: CompiledMembership | undefined, subjects: Lists, tenants: Lists): void {
  const list = membership && listOf(membership, subjects, tenants);
  const at = membership && list ? list.indexOf(membership) : -1;
  if (at >= 0) list?.splice(at, 1);
}

function* sorted(lists: Lists): Generator<[string, MembershipList | undefined]> {
  for (const [who, list] of lists) yield [who, list.length === 0 ? undefined : list.sort(byPrecedence)];
}

function byPrecedence(a: CompiledMembership, b: CompiledMembership): number {
  if (a.startsAt !== b.startsAt) return b.startsAt > a.startsAt ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
