import type { AuditView } from '@/lib/services/audit/types';

/** Where an entry's detail names what it is about, best first. */
const NAMES = ['segment', 'email', 'key', 'name'] as const;

/** What an entry is about, in a word: the flag's key, or what its detail calls a segment, a user, a key, a role. */
export function aboutOf({ flag, before, after }: Pick<AuditView, 'flag' | 'before' | 'after'>): string | null {
  if (flag !== null) return flag;
  for (const detail of [after, before]) {
    if (typeof detail !== 'object' || detail === null) continue;
    const named = NAMES.map((name): unknown => Reflect.get(detail, name)).find((value) => typeof value === 'string');
    if (typeof named === 'string') return named;
  }
  return null;
}
