import type { Change } from './change';
import { BigMap } from './big-map';
import { compileGroup } from './compile-group';
import type { CompiledGroup, SegmentEntry } from './model';
import type { SegmentContent } from './types';

/** The segment after its changes, or null when nothing of it is left. */
export function changeSegment(
  before: SegmentEntry | undefined,
  key: string,
  changes: readonly Change[],
): SegmentEntry | null {
  let content = before?.content ?? null;
  const members = new Map<string, true | undefined>();
  for (const { kind, rest, item } of changes) {
    if (kind === 'segment') content = item?.kind === 'segment' ? item.body : null;
    if (kind === 'member') members.set(rest, item === null ? undefined : true);
  }
  const isSame = before !== undefined && content === before.content;
  const after: SegmentEntry = {
    key,
    content,
    group: isSame ? before.group : compileContent(content),
    members: (before?.members ?? BigMap.empty<true>()).with(members),
  };
  return content === null && after.members.size === 0 ? null : after;
}

/** A segment without conditions holds nobody but its members, whatever its operator. */
function compileContent(content: SegmentContent | null): CompiledGroup | null {
  if (content === null) return null;
  try {
    return content.conditions.length === 0 ? null : compileGroup(content);
  } catch {
    const root = { kind: 'group', operator: 'OR', children: [], holds: () => false } as const;
    return { root, attributes: new Set(), segments: new Set(), instants: [], problem: 'A segment cannot be read.' };
  }
}
