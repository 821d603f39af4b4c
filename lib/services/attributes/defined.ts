import type { AttributeBody } from '@/lib/engine/types';
import { readItem } from '../items/read';
import type { TransactionClient } from '../transaction-client';

/** A project's attribute definitions by name, in order: its environments all hold the same. */
export async function definedAttributes(db: TransactionClient, projectId: string): Promise<Map<string, AttributeBody>> {
  const environments = await db.environment.findMany({ where: { projectId }, select: { id: true } });
  const rows = await db.item.findMany({
    where: { environmentId: { in: environments.map(({ id }) => id) }, kind: 'attribute', toNumber: null },
    orderBy: { id: 'asc' },
    select: { kind: true, key: true, body: true },
  });
  const items = rows.map(readItem).flatMap((item) => (item.kind === 'attribute' ? [item] : []));
  const byName = new Map(items.map(({ key, body }) => [key, body]));
  return new Map([...byName].sort(([a], [b]) => (a < b ? -1 : 1)));
}
