import type { DatabaseClient, TransactionClient } from '@/lib/db/handles';
import { applyDelta } from '@/lib/engine/apply-delta';
import type { Ruleset } from '@/lib/engine/model';
import { createRuleset } from '@/lib/engine/ruleset';
import { readDelta } from './delta';
import { readItems } from './read-items';
import type { EnvironmentVersion } from './versions';

/** An environment as it is held in memory. */
export interface Loaded {
  id: string;
  project: string;
  key: string;
  /** Encrypted; null where an earlier release kept none. Subject proofs are verified with it. */
  signingSecret: string | null;
  ruleset: Ruleset;
  /** Rows the ruleset is made of: compared with the database's count at every load. */
  rows: number;
}
export type LoadOutcome =
  | { kind: 'loaded'; loaded: Loaded; unreadable: number }
  | { kind: 'gone' }
  /** The rows read are not as many as there are: nothing may be replaced by them. */
  | { kind: 'mismatch'; read: number; counted: number };

/** A hundred thousand rows and more take a while; a database that hangs is given up on by its own time-out. */
const TRANSACTION = { isolationLevel: 'RepeatableRead', maxWait: 5_000, timeout: 300_000 } as const;

async function standing(db: TransactionClient, id: string) {
  const select = { epoch: true, number: true, rewrittenNumber: true, signingSecret: true } as const;
  const row = await db.environment.findUnique({ where: { id }, select });
  if (!row) return null;
  const counted = await db.item.count({ where: { environmentId: id, toNumber: null } });
  return { ...row, counted };
}

async function loadAll(db: TransactionClient, { id, project, key }: EnvironmentVersion): Promise<LoadOutcome> {
  const now = await standing(db, id);
  if (!now) return { kind: 'gone' };
  const { epoch, number, counted, signingSecret } = now;
  const { items, rows, unreadable } = await readItems(db, id, -1);
  if (rows !== counted) return { kind: 'mismatch', read: rows, counted };
  const ruleset = createRuleset({ project, environment: key, epoch, number, items });
  return { kind: 'loaded', loaded: { id, project, key, signingSecret, ruleset, rows }, unreadable };
}

/** Null when a delta cannot give the next ruleset, so that it must be loaded whole. */
async function loadDelta(db: TransactionClient, before: Loaded): Promise<LoadOutcome | null> {
  const now = await standing(db, before.id);
  if (!now) return { kind: 'gone' };
  if (now.epoch !== before.ruleset.epoch || before.ruleset.number < now.rewrittenNumber) return null;
  const delta = await readDelta(db, before.id, before.ruleset.number);
  const rows = before.rows - delta.closed + delta.opened;
  if (rows !== now.counted) return null;
  const { upserts, removals, unreadable } = delta;
  const ruleset = applyDelta(before.ruleset, { number: now.number, upserts, removals });
  return { kind: 'loaded', loaded: { ...before, signingSecret: now.signingSecret, ruleset, rows }, unreadable };
}

/**
 * The environment's ruleset as it is now: number, epoch, items and their count of one instant. Only what changed is
 * read if `before` is of the same epoch.
 */
export async function load(
  db: DatabaseClient,
  environment: EnvironmentVersion,
  before: Loaded | undefined,
): Promise<LoadOutcome> {
  const isSame = before?.project === environment.project && before.key === environment.key;
  if (before && isSame && before.ruleset.epoch === environment.epoch) {
    const outcome = await db.$transaction((tx) => loadDelta(tx, before), TRANSACTION);
    if (outcome) return outcome;
  }
  return db.$transaction((tx) => loadAll(tx, environment), TRANSACTION);
}
