import { BigMap } from './big-map';
import type { CompiledMembership, MembershipIndex, MembershipList } from './model';
import type { MembershipBody } from './types';
import { compileWindow, isOpen } from './window';

export function noMemberships(): MembershipIndex {
  const lists = { bySubject: BigMap.empty<MembershipList>(), byTenant: BigMap.empty<MembershipList>() };
  return { byId: BigMap.empty(), ...lists, recurring: BigMap.empty() };
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
  const recurring = new Map<string, CompiledMembership | undefined>();
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
    if (before?.recurrence || after?.recurrence) recurring.set(id, after?.recurrence ? after : undefined);
  }
  return {
    byId: index.byId.with(byId),
    bySubject: index.bySubject.with(sorted(subjects)),
    byTenant: index.byTenant.with(sorted(tenants)),
    recurring: index.recurring.with(recurring),
  };
}

/** A window that cannot be read is never open. */
function compileMembership(id: string, body: MembershipBody): CompiledMembership {
  try {
    return { id, body, ...compileWindow(body) };
  } catch {
    return { id, body, startsAt: Number.POSITIVE_INFINITY, endsAt: Number.NEGATIVE_INFINITY, recurrence: null };
  }
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
