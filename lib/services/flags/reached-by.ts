import { readItem } from '../items/read';
import { likeLiteral } from '../like';
import type { EnvironmentRow, WriteContext } from '../transaction';

/**
 * The locked environments in which a flag is not off: those whose answers its definition can change. A flag that is
 * off still answers through a tenant's override, and its membership list through a virtual segment.
 */
export async function environmentsReachedBy(tx: WriteContext, flag: string): Promise<EnvironmentRow[]> {
  const ids = tx.environments.map(({ id }) => id);
  const rows = await tx.db.item.findMany({
    where: { environmentId: { in: ids }, kind: 'config', key: flag, toNumber: null },
    select: { environmentId: true, kind: true, key: true, body: true },
  });
  const overridden = await tx.db.item.findMany({
    where: {
      environmentId: { in: ids },
      kind: 'override',
      key: { startsWith: likeLiteral(`${flag}/`) },
      toNumber: null,
    },
    select: { environmentId: true },
    distinct: ['environmentId'],
  });
  const reached = new Set(overridden.map(({ environmentId }) => environmentId));
  for (const row of rows) {
    const item = readItem(row);
    if (item.kind === 'config' && item.body.state !== 'off') reached.add(row.environmentId);
  }
  return tx.environments.filter(({ id }) => reached.has(id));
}
