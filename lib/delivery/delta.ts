import type { TransactionClient } from '@/lib/db/handles';
import type { Item, ItemKind } from '@/lib/engine/types';
import { isItemKind } from '@/lib/schemas/item';
import { readItems } from './read-items';

export interface Delta {
  upserts: Item[];
  removals: { kind: ItemKind; key: string }[];
  /** Rows opened since and still in force. */
  opened: number;
  /** Rows that were in force at `since` and no longer are. */
  closed: number;
  unreadable: number;
}

/** What happened to an environment's items after number `since`. */
export async function readDelta(db: TransactionClient, environmentId: string, since: number): Promise<Delta> {
  const { items, rows, unreadable } = await readItems(db, environmentId, since);
  const closed = await db.item.findMany({
    where: { environmentId, fromNumber: { lte: since }, toNumber: { gt: since } },
    select: { kind: true, key: true },
  });
  const replaced = new Set(items.map(({ kind, key }) => `${kind} ${key}`));
  const removals: Delta['removals'] = [];
  for (const { kind, key } of closed) {
    if (isItemKind(kind) && !replaced.has(`${kind} ${key}`)) removals.push({ kind, key });
  }
  return { upserts: items, removals, opened: rows, closed: closed.length, unreadable };
}
