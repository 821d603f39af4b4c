import { definitionOf } from './definition-of';
import type { FlagRow } from './flag-row';

/** What the audit keeps of a flag: what it is. Its states are audited where they change. */
export function auditedFlag(row: FlagRow): object {
  const { key, name, description, kind, tags, links, owner, version } = row;
  const { v: _, ...definition } = definitionOf(row);
  return { ...definition, key, name, description, kind, tags, links, owner, version };
}
