import type { Change } from './change';
import { recompile, settle } from './flag-entry';
import { changeMemberships } from './memberships';
import type { CompiledOverride, FlagEntry } from './model';
import { compileOverride } from './overrides';
import type { MembershipBody } from './types';

/** The entry after its changes, or null when nothing of the flag is left. */
export function changeFlag(before: FlagEntry, changes: readonly Change[]): FlagEntry | null {
  const { definition, configuration, codeDefault } = before;
  const own = { definition, configuration, codeDefault };
  const overrides = new Map<string, CompiledOverride | undefined>();
  const memberships = new Map<string, MembershipBody | null>();
  for (const { kind, rest, item } of changes) {
    if (kind === 'flag') own.definition = item?.kind === 'flag' ? item.body : null;
    if (kind === 'config') own.configuration = item?.kind === 'config' ? item.body : null;
    if (kind === 'codeDefault') own.codeDefault = item?.kind === 'codeDefault' ? item.body : null;
    if (kind === 'override') overrides.set(rest, item?.kind === 'override' ? compileOverride(item.body) : undefined);
    if (kind === 'membership') memberships.set(rest, item?.kind === 'membership' ? item.body : null);
  }
  const listed = changeLists(before, overrides, memberships);
  const isTouched = changes.some(({ kind }) => kind !== 'override' && kind !== 'membership');
  const after = isTouched ? recompile({ ...listed, ...own }) : settle(listed);
  return isEmpty(after) ? null : after;
}

function changeLists(
  before: FlagEntry,
  overrides: ReadonlyMap<string, CompiledOverride | undefined>,
  memberships: ReadonlyMap<string, MembershipBody | null>,
): FlagEntry {
  if (overrides.size === 0 && memberships.size === 0) return before;
  const after = { ...before, overrides: before.overrides.with(overrides) };
  if (memberships.size > 0) after.memberships = changeMemberships(before.memberships, memberships);
  const net = new Map<number, number>();
  for (const [tenant] of overrides) {
    count(net, [before.overrides.get(tenant)?.until], -1);
    count(net, [after.overrides.get(tenant)?.until], 1);
  }
  for (const [id] of memberships) {
    const [old, current] = [before.memberships.byId.get(id), after.memberships.byId.get(id)];
    count(net, [old?.startsAt, old?.endsAt], -1);
    count(net, [current?.startsAt, current?.endsAt], 1);
  }
  return { ...after, instants: before.instants.with(net) };
}

function count(net: Map<number, number>, instants: readonly (number | undefined)[], by: number): void {
  for (const instant of instants) if (instant !== undefined) net.set(instant, (net.get(instant) ?? 0) + by);
}

function isEmpty({ definition, configuration, codeDefault, overrides, memberships }: FlagEntry): boolean {
  const isBare = definition === null && configuration === null && codeDefault === null;
  return isBare && overrides.size === 0 && memberships.byId.size === 0;
}
