import type { Condition } from '@/lib/engine/types';
import { itemsInForce } from '../items/read';
import type { EnvironmentRow, TransactionClient } from '../transaction';

const count = (conditions: readonly Condition[]): number =>
  conditions.reduce((sum, one) => sum + ('conditions' in one ? count(one.conditions) : 1), 0);

/** How many conditions segments have by environment key, those of nested groups included. */
export async function countAllConditions(
  db: TransactionClient,
  environments: readonly EnvironmentRow[],
  segments: readonly string[],
): Promise<Map<string, Record<string, number>>> {
  const counted = new Map(segments.map((segment) => [segment, {} as Record<string, number>]));
  for (const { id, key } of environments) {
    const items = await itemsInForce(db, id, 'segment', segments);
    for (const record of counted.values()) record[key] = 0;
    for (const item of items) {
      const record = counted.get(item.key);
      if (record && item.kind === 'segment') record[key] = count(item.body.conditions);
    }
  }
  return counted;
}
