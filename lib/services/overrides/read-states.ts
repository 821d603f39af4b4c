import type { FlagRow } from '../flags/flag-row';
import { readItem } from '../items/read';
import type { TransactionClient } from '../transaction';
import type { FlagState } from './flag-view';
import { overrideKey } from './override-key';

/** The states of some flags in an environment, in the flags' order, with a tenant's overrides: one query. */
export async function readFlagStates(
  db: TransactionClient,
  environmentId: string,
  flags: readonly FlagRow[],
  tenant: string | null,
): Promise<FlagState[]> {
  const keys = flags.map(({ key }) => key);
  const overrides = tenant === null ? [] : keys.map((key) => overrideKey(key, tenant));
  const rows = await db.item.findMany({
    where: {
      environmentId,
      toNumber: null,
      OR: [
        { kind: { in: ['config', 'codeDefault'] }, key: { in: keys } },
        { kind: 'override', key: { in: overrides } },
      ],
    },
    select: { kind: true, key: true, body: true, fromAt: true },
  });
  const items = new Map(rows.map((row) => [`${row.kind} ${row.key}`, { item: readItem(row), setAt: row.fromAt }]));
  return flags.flatMap((row): FlagState[] => {
    const config = items.get(`config ${row.key}`)?.item;
    const declared = items.get(`codeDefault ${row.key}`)?.item;
    const own = tenant === null ? undefined : items.get(`override ${overrideKey(row.key, tenant)}`);
    if (config?.kind !== 'config') return [];
    const codeDefault = declared?.kind === 'codeDefault' ? declared.body : null;
    const override = own?.item.kind === 'override' ? { body: own.item.body, setAt: own.setAt } : null;
    return [{ row, configuration: config.body, codeDefault, override }];
  });
}

/** The same of one flag; every flag has a configuration, so that its absence is a fault. */
export async function readFlagState(
  db: TransactionClient,
  environmentId: string,
  flag: FlagRow,
  tenant: string | null,
): Promise<FlagState> {
  const [found] = await readFlagStates(db, environmentId, [flag], tenant);
  if (!found) throw new Error('a flag has no configuration in an environment');
  return found;
}
