import type { Configuration, FlagDefinition, Item, ItemKind, SegmentContent } from '@/lib/engine/types';
import { parseItem } from '@/lib/schemas/item';
import type { TransactionClient } from '../transaction';

interface StoredItem {
  kind: string;
  key: string;
  body: unknown;
}

/** Parses a stored item of ours. One that this release cannot read is a fault, not an answer. */
export function readItem(row: StoredItem): Item {
  const { item, problem } = parseItem(row);
  if (!item) throw new Error(`a stored item of kind ${row.kind} cannot be read: ${problem}`);
  return item;
}

/** The items of a kind that are in force, all or those of the given keys. */
export async function itemsInForce(
  db: TransactionClient,
  environmentId: string,
  kind: ItemKind,
  keys?: readonly string[],
): Promise<Item[]> {
  const rows = await db.item.findMany({
    where: { environmentId, kind, toNumber: null, ...(keys && { key: { in: [...keys] } }) },
    select: { kind: true, key: true, body: true },
  });
  return rows.map(readItem);
}

async function itemInForce(
  db: TransactionClient,
  environmentId: string,
  kind: ItemKind,
  key: string,
): Promise<Item | null> {
  return (await itemsInForce(db, environmentId, kind, [key]))[0] ?? null;
}

/** Whether an item of this kind and key is in force. */
export async function isInForce(
  db: TransactionClient,
  environmentId: string,
  kind: ItemKind,
  key: string,
): Promise<boolean> {
  return (await db.item.count({ where: { environmentId, kind, key, toNumber: null } })) > 0;
}

/** A flag's configuration in force. Every flag has one in every environment, so that its absence is a fault. */
export async function configurationInForce(
  db: TransactionClient,
  environmentId: string,
  flag: string,
): Promise<Configuration> {
  const item = await itemInForce(db, environmentId, 'config', flag);
  if (item?.kind !== 'config') throw new Error('a flag has no configuration in an environment');
  return item.body;
}

/** A segment's content in force; every segment has one in every environment. */
export async function segmentInForce(
  db: TransactionClient,
  environmentId: string,
  segment: string,
): Promise<SegmentContent> {
  const item = await itemInForce(db, environmentId, 'segment', segment);
  if (item?.kind !== 'segment') throw new Error('a segment has no content in an environment');
  return item.body;
}

/** Reads a definition from its parts, as the item `flag` would be read. */
export function readDefinition(key: string, parts: { [K in keyof FlagDefinition]: unknown }): FlagDefinition {
  const item = readItem({ kind: 'flag', key, body: parts });
  if (item.kind !== 'flag') throw new Error('not a definition');
  return item.body;
}
