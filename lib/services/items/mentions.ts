import { z } from 'zod';
import type { Configuration, SegmentContent } from '@/lib/engine/types';
import type { EnvironmentRow, TransactionClient } from '../transaction';
import { readItem } from './read';

const rowsSchema = z.array(
  z.object({ environment_id: z.string(), kind: z.string(), key: z.string(), body: z.unknown() }),
);

export type Mention =
  | { environment: string; kind: 'config'; key: string; body: Configuration }
  | { environment: string; kind: 'segment'; key: string; body: SegmentContent };

/**
 * Configurations and segment contents in force whose JSON holds one of these keys as a text. Keys need no escaping in
 * JSON, so none is missed; whether it is a reference is for the caller to see.
 */
export async function mentionsOf(
  db: TransactionClient,
  environments: readonly EnvironmentRow[],
  keys: readonly string[],
): Promise<Mention[]> {
  const keyOf = new Map(environments.map(({ id, key }) => [id, key]));
  const quoted = keys.map((key) => JSON.stringify(key));
  const rows = await db.$queryRaw`
    SELECT environment_id, kind, key, body FROM item
    WHERE environment_id = ANY(${[...keyOf.keys()]}) AND kind = ANY(${['config', 'segment']}) AND to_number IS NULL
      AND EXISTS (SELECT 1 FROM unnest(${quoted}::text[]) AS word WHERE position(word IN body::text) > 0)
    ORDER BY environment_id, kind, key`;
  return rowsSchema.parse(rows).flatMap((row): Mention[] => {
    const item = readItem(row);
    const environment = keyOf.get(row.environment_id) ?? '';
    if (item.kind === 'config') return [{ environment, kind: item.kind, key: item.key, body: item.body }];
    if (item.kind === 'segment') return [{ environment, kind: item.kind, key: item.key, body: item.body }];
    return [];
  });
}
