import type { ServiceContext } from '../context';
import { assertLease, type Lease } from '../leases/lease';
import { transaction, type EnvironmentRow } from '../transaction';
import { applyGroupBatch, type GroupChange } from './apply-group-batch';
import { changedSince, flagsSince, ROUND, wholeDifference } from './group-difference';

const BATCH = 500;

export interface SyncOptions {
  /** What each batch checks, so that only one who may does anything. */
  lease?: Lease;
  /** Called after each batch. */
  keep?: () => Promise<void>;
}

/** Applies keys in batches, the environment's lock released between them. */
export async function syncKeys(
  ctx: ServiceContext,
  { key }: EnvironmentRow,
  keys: readonly string[],
  { lease, keep }: SyncOptions = {},
): Promise<GroupChange[]> {
  const changes: GroupChange[] = [];
  for (let start = 0; start < keys.length; start += BATCH) {
    const part = keys.slice(start, start + BATCH);
    const done = await transaction(ctx, { environments: [key] }, async (tx) => {
      if (lease) await assertLease(tx.db, lease);
      return applyGroupBatch(tx, tx.environment(key), part);
    });
    changes.push(...done);
    await keep?.();
  }
  return changes;
}

/** Compares the whole of an environment's groups, or one flag's, with what is in force, and writes what differs. */
export async function syncWhole(
  ctx: ServiceContext,
  environment: EnvironmentRow,
  flag: string | undefined,
  options: SyncOptions = {},
): Promise<GroupChange[]> {
  const changes: GroupChange[] = [];
  for (;;) {
    const keys = await wholeDifference(ctx.db, environment, ctx.now, flag);
    const done = await syncKeys(ctx, environment, keys, options);
    changes.push(...done);
    if (keys.length < ROUND || done.length === 0) return changes;
  }
}

export async function markSynced(ctx: ServiceContext, { id, number }: EnvironmentRow): Promise<void> {
  const mark = { number, at: ctx.now };
  await ctx.db.groupSync.upsert({
    where: { environmentId: id },
    create: { environmentId: id, ...mark },
    update: mark,
  });
}

/** Looks only at what was written, began or ended since the last time; at all of it where that cannot be told. */
export async function syncSince(
  ctx: ServiceContext,
  environment: EnvironmentRow,
  options: SyncOptions = {},
): Promise<GroupChange[]> {
  const { db, now } = ctx;
  const mark = await db.groupSync.findUnique({ where: { environmentId: environment.id } });
  // The clock was moved back, or the rulesets are those of a restored database.
  const isUsable = mark !== null && mark.at <= now && mark.number <= environment.number;
  const keys = isUsable ? await changedSince(db, environment, mark, now) : null;
  const changes: GroupChange[] = [];
  if (mark && keys && keys.length <= ROUND) {
    const flags = mark.number < environment.number ? await flagsSince(db, environment.id, mark.number) : [];
    if (keys.length === 0 && flags.length === 0 && mark.number === environment.number) return [];
    changes.push(...(await syncKeys(ctx, environment, keys, options)));
    for (const flag of flags) changes.push(...(await syncWhole(ctx, environment, flag, options)));
  } else {
    changes.push(...(await syncWhole(ctx, environment, undefined, options)));
  }
  await markSynced(ctx, environment);
  return changes;
}
