import { measureGroup } from '@/lib/changes/measure-group';
import { itemsInForce } from '../items/read';
import type { EnvironmentRow, TransactionClient } from '../transaction';

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
      if (record && item.kind === 'segment') record[key] = measureGroup(item.body).leaves;
    }
  }
  return counted;
}
