import type { TransactionClient } from '@/lib/db/handles';
import type { Item } from '@/lib/engine/types';
import { parseItem } from '@/lib/schemas/item';
import { brokenItem } from './broken-item';

export interface ItemRows {
  items: Item[];
  /** Rows read, including those that cannot be read. */
  rows: number;
  /** Rows that this release cannot read. */
  unreadable: number;
}

const AT_ONCE = 5_000;

/** The items in force that were opened after number `since`, in pieces: one answer of a million rows would stall. */
export async function readItems(db: TransactionClient, environmentId: string, since: number): Promise<ItemRows> {
  const read: ItemRows = { items: [], rows: 0, unreadable: 0 };
  for (let after = 0n; ; ) {
    const found = await db.item.findMany({
      where: { environmentId, toNumber: null, fromNumber: { gt: since }, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
      select: { id: true, kind: true, key: true, body: true },
    });
    for (const row of found) {
      const { item } = parseItem(row);
      if (!item) read.unreadable += 1;
      const usable = item ?? brokenItem(row.kind, row.key);
      if (usable) read.items.push(usable);
      after = row.id;
    }
    read.rows += found.length;
    if (found.length < AT_ONCE) return read;
  }
}
