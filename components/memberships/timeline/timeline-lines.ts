import type { MembershipView } from '@/lib/services/memberships/types';

/** A line of the timeline: a flag's name, or one of its memberships with its place among all. */
export type TimelineLine =
  | { kind: 'flag'; flag: string; count: number }
  | { kind: 'membership'; membership: MembershipView; index: number };

/** Memberships in order under their flags; those of a flag stand together, wherever the first one is. */
export function timelineLines(memberships: readonly MembershipView[]): {
  lines: TimelineLine[];
  ordered: MembershipView[];
} {
  const groups = new Map<string, MembershipView[]>();
  for (const membership of memberships) {
    const group = groups.get(membership.flag);
    if (group) group.push(membership);
    else groups.set(membership.flag, [membership]);
  }
  const lines: TimelineLine[] = [];
  const ordered: MembershipView[] = [];
  for (const [flag, group] of groups) {
    lines.push({ kind: 'flag', flag, count: group.length });
    for (const membership of group) {
      lines.push({ kind: 'membership', membership, index: ordered.length });
      ordered.push(membership);
    }
  }
  return { lines, ordered };
}
