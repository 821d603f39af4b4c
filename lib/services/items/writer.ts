import type { ItemBodies, ItemKind } from '@/lib/engine/types';
import { jsonOf } from '../json-of';
import type { TransactionClient } from '../transaction-client';

interface Pending {
  environmentId: string;
  kind: ItemKind;
  key: string;
  /** Null closes the item without a successor. */
  body: unknown;
}

/** Collects the items of one transaction and writes them at its end, one number per environment. */
export interface ItemWriter {
  put<K extends ItemKind>(environmentId: string, kind: K, key: string, body: ItemBodies[K]): void;
  close(environmentId: string, kind: ItemKind, key: string): void;
  /** Environments written to so far. */
  touched(): string[];
}

const BATCH = 500;

/** Closes the open items of these keys at `number`. */
async function closeOpen(db: TransactionClient, rows: Pending[], number: number, now: Date): Promise<void> {
  const kinds = new Map<string, string[]>();
  for (const row of rows) kinds.set(row.kind, [...(kinds.get(row.kind) ?? []), row.key]);
  const environmentId = rows[0]?.environmentId;
  for (const [kind, keys] of kinds) {
    await db.item.updateMany({
      where: { environmentId, kind, key: { in: keys }, toNumber: null },
      data: { toNumber: number, toAt: now },
    });
  }
}

/** Creates a collecting writer; `flush` raises each touched environment's number and returns the new ones by id. */
export function createItemWriter(): ItemWriter & {
  flush(db: TransactionClient, now: Date): Promise<Map<string, number>>;
} {
  const pending = new Map<string, Map<string, Pending>>();
  const add = (row: Pending): void => {
    const rows = pending.get(row.environmentId) ?? new Map<string, Pending>();
    pending.set(row.environmentId, rows.set(`${row.kind} ${row.key}`, row));
  };
  return {
    put: (environmentId, kind, key, body) => add({ environmentId, kind, key, body }),
    close: (environmentId, kind, key) => add({ environmentId, kind, key, body: null }),
    touched: () => [...pending.keys()],
    async flush(db, now) {
      const numbers = new Map<string, number>();
      for (const [environmentId, map] of [...pending].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const { number } = await db.environment.update({
          where: { id: environmentId },
          data: { number: { increment: 1 } },
          select: { number: true },
        });
        const rows = [...map.values()];
        for (let start = 0; start < rows.length; start += BATCH) {
          const batch = rows.slice(start, start + BATCH);
          await closeOpen(db, batch, number, now);
          const opened = batch.filter((row) => row.body !== null);
          await db.item.createMany({
            data: opened.map(({ kind, key, body }) => ({
              environmentId,
              kind,
              key,
              body: jsonOf(Object(body)),
              fromNumber: number,
              fromAt: now,
            })),
          });
        }
        numbers.set(environmentId, number);
      }
      pending.clear();
      return numbers;
    },
  };
}
