import type { Actor } from '../context';
import type { TransactionClient } from '../transaction-client';

/** The user behind an actor: themselves, or who made the key; null where nobody is known. */
export async function personBehind(
  db: Pick<TransactionClient, 'apiKey'>,
  { kind, id }: Pick<Actor, 'kind' | 'id'>,
): Promise<string | null> {
  if (kind === 'user') return id;
  if (kind !== 'apiKey') return null;
  return (await db.apiKey.findUnique({ where: { id }, select: { createdById: true } }))?.createdById ?? null;
}
