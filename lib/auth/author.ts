import { actorToday } from '@/lib/services/users/actor-today';
import type { Dependencies, Identity } from './context';

/** Whoever asked for something earlier, as they are today; null when they are gone. `via` says that the clock did it. */
export async function authorIdentity(
  { db, now }: Pick<Dependencies, 'db' | 'now'>,
  author: { kind: string; id: string },
): Promise<Identity | null> {
  const actor = await actorToday(db, author, now);
  return actor && { actor, via: 'job' };
}
