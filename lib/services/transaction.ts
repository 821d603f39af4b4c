import type { Prisma } from '@/lib/db/generated/client';
import { appendAudit } from './audit/append';
import type { AuditDraft } from './audit/draft';
import type { ProjectScope, Scope, ServiceContext, TenantScope } from './context';
import { asServiceError, serviceError } from './errors';
import { createItemWriter, type ItemWriter } from './items/writer';
import { type EventDraft, outboxRows } from './outbox/rows';
import { isDatabaseFault } from './database-fault';
import type { EnvironmentRow, TransactionClient } from './transaction-client';

export type { EnvironmentRow, TransactionClient };

/** What a write locks, in this order: installation, project, environments in key order. */
export interface Locks {
  installation?: boolean;
  /** `all` also locks the project row, so that no environment can be added meanwhile. */
  environments?: 'all' | readonly string[];
}

export interface WriteContext<S extends Scope = ProjectScope> extends Omit<ServiceContext<S>, 'db'> {
  /** The only database handle inside a transaction. */
  readonly db: TransactionClient;
  /** The locked environments, in key order. */
  readonly environments: readonly EnvironmentRow[];
  /** A locked environment by key, or `not_found`. */
  environment(key: string): EnvironmentRow;
  readonly items: ItemWriter;
  /** Adds an audit row in this transaction; the chain is extended last. */
  audit(draft: AuditDraft): void;
  /** Adds an event for webhooks in this transaction; one of an audited action adds its details to that. */
  event(topic: string, environmentId: string | null, payload: object): void;
  /** Writes the items so far, so that what comes next in this transaction reads them; a number more. */
  flush(): Promise<void>;
  /** Says that rulesets of an environment changed without an item: it was removed. */
  changed(environmentId: string): void;
}

interface Timing {
  /** How long the write may wait for a connection and run, in milliseconds. */
  timeout?: number;
}

const PATIENCE_MS = 2_000;
const PROBE_MS = 700;

async function lockInstallation(db: TransactionClient): Promise<void> {
  await db.$queryRaw`SELECT id FROM installation WHERE id = 1 FOR UPDATE`;
}

/**
 * Locks a project and all its environments. NO KEY UPDATE excludes other writers of the project, but not the foreign
 * key check of a row that a holder of one environment inserts: waiting for that would be a deadlock.
 */
export async function lockProject(db: TransactionClient, projectId: string): Promise<EnvironmentRow[]> {
  const found = await db.$queryRaw<unknown[]>`SELECT id FROM project WHERE id = ${projectId} FOR NO KEY UPDATE`;
  if (found.length === 0) throw serviceError('not_found');
  await db.$queryRaw`SELECT id FROM environment WHERE project_id = ${projectId} ORDER BY key FOR UPDATE`;
  return db.environment.findMany({ where: { projectId }, orderBy: { key: 'asc' } });
}

async function lockEnvironments(
  db: TransactionClient,
  scope: ProjectScope | TenantScope,
  wanted: 'all' | readonly string[],
): Promise<EnvironmentRow[]> {
  const { projectId } = scope;
  if (wanted === 'all') return lockProject(db, projectId);
  const keys = [...new Set(wanted)].sort();
  await db.$queryRaw`
    SELECT id FROM environment WHERE project_id = ${projectId} AND key = ANY(${keys}) ORDER BY key FOR UPDATE`;
  const rows = await db.environment.findMany({ where: { projectId, key: { in: keys } }, orderBy: { key: 'asc' } });
  if (rows.length !== keys.length) throw serviceError('not_found');
  return rows;
}

/** Rejects once the database has been silent for too long; the write then never reaches its COMMIT. */
async function givenUp(ctx: ServiceContext<Scope>, finished: { yes: boolean }): Promise<never> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
    if (finished.yes) return new Promise<never>(() => {});
    if (!(await ctx.probe(PROBE_MS))) throw serviceError('unavailable');
  }
}

/** Runs the body with locks held; items, number, outbox and audit are written after it, in the same transaction. */
async function inside<S extends Scope, T>(
  ctx: ServiceContext<S>,
  db: TransactionClient,
  locks: Locks,
  body: (tx: WriteContext<S>) => Promise<T>,
): Promise<{ result: T; touched: string[] }> {
  if (locks.installation) await lockInstallation(db);
  const environments =
    locks.environments && ctx.scope.kind !== 'installation'
      ? await lockEnvironments(db, ctx.scope, locks.environments)
      : [];
  const items = createItemWriter();
  const audits: AuditDraft[] = [];
  const events: EventDraft[] = [];
  const internal: Prisma.OutboxCreateManyInput[] = [];
  const changed = new Set<string>();
  const flush = async (): Promise<void> => {
    for (const [environmentId, number] of await items.flush(db, ctx.now)) {
      const at = ctx.now;
      internal.push({ topic: 'ruleset.changed', environmentId, number, payload: {}, at, deliveredAt: at });
      changed.add(environmentId);
      for (const row of environments) if (row.id === environmentId) row.number = number;
    }
  };
  const result = await body({
    ...ctx,
    db,
    environments,
    items,
    environment(key) {
      const found = environments.find((row) => row.key === key);
      if (!found) throw serviceError('not_found');
      return found;
    },
    audit: (draft) => void audits.push(draft),
    event(topic, environmentId, payload) {
      const environment = environments.find(({ id }) => id === environmentId)?.key ?? null;
      events.push({ topic, environmentId, environment, payload });
    },
    changed: (environmentId) => void changed.add(environmentId),
    flush,
  });
  await flush();
  const drafts = audits.map((draft) => ({ ...draft, id: ctx.newId() }));
  const rows = [...internal, ...outboxRows(ctx, drafts, events)];
  if (rows.length > 0) await db.outbox.createMany({ data: rows });
  await appendAudit(ctx, db, drafts);
  return { result, touched: [...changed] };
}

/**
 * The one way to write. READ COMMITTED; the row locks make it right. Throws `unavailable` within three seconds when
 * the database does not answer, and a transaction that was given up on does not commit later.
 */
export async function transaction<S extends Scope, T>(
  ctx: ServiceContext<S>,
  locks: Locks,
  body: (tx: WriteContext<S>) => Promise<T>,
  { timeout = 20_000 }: Timing = {},
): Promise<T> {
  const finished = { yes: false };
  let abandoned = false;
  const work = ctx.db.$transaction(
    async (db) => {
      const outcome = await inside(ctx, db, locks, body);
      if (abandoned) throw serviceError('unavailable');
      return outcome;
    },
    { maxWait: timeout, timeout },
  );
  try {
    const { result, touched } = await Promise.race([work, givenUp(ctx, finished)]);
    // What is committed is answered as such: instances that are not told find out by polling.
    if (touched.length > 0) await ctx.committed(touched).catch(() => {});
    return result;
  } catch (thrown) {
    abandoned = true;
    work.catch(() => {});
    if (asServiceError(thrown)) throw thrown;
    if (isDatabaseFault(thrown)) throw serviceError('unavailable', 'unavailable', { cause: thrown });
    throw thrown;
  } finally {
    finished.yes = true;
  }
}
