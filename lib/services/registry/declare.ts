import { same } from '@/lib/changes/same';
import type { Step } from '@/lib/schemas/change-request';
import { foldKey } from '@/lib/schemas/key';
import { type DeclaredFlag, type RegistryPost, registrySchema } from '@/lib/schemas/registry';
import { holdBatches } from '../approvals/hold-batches';
import { asWished, MOST_GROUP, takeWish, type Wish } from '../approvals/wish';
import { authorize } from '../authorize';
import { findEnvironment } from '../configurations/find-subject';
import type { ProjectScope, ServiceContext } from '../context';
import { parseInput, refusing, type Verb } from '../define-verb';
import { type EnvironmentRow, transaction } from '../transaction';
import { assertFitting } from './assert-fitting';
import { inPieces } from './in-pieces';
import { loadStored, type StoredFlag } from './load-stored';
import { conflictOf, isIdle, planDeclared, type Plan } from './plan';
import { type BatchOutcome, storeBatch } from './store-batch';
import { assertRoom } from './store-new';
import type { RegistryReport } from './types';

const VERB = 'registry.declare';

interface Survey {
  /** Flags that the source already declares just so. */
  idle: Plan[];
  rest: DeclaredFlag[];
  /** Keys that the source declares and the post leaves out. */
  gone: string[];
}

/**
 * Looks, without a lock, at what a post would do. Types are compared for the whole of it before anything is stored;
 * each batch looks again under its lock.
 */
async function survey(ctx: ServiceContext, environment: EnvironmentRow, post: RegistryPost): Promise<Survey> {
  const stored = new Map<string, StoredFlag>();
  for (const piece of inPieces(post.flags, 2_000)) {
    const found = await loadStored(
      ctx.db,
      environment,
      piece.map(({ key }) => key),
    );
    for (const [key, flag] of found) stored.set(key, flag);
  }
  assertFitting(post.flags, stored);
  await assertRoom(ctx.db, ctx.scope.projectId, post.flags.length - stored.size);
  const [idle, rest]: [Plan[], DeclaredFlag[]] = [[], []];
  for (const flag of post.flags) {
    const found = stored.get(foldKey(flag.key));
    const plan = found && planDeclared(found, flag, { ...post, now: ctx.now });
    if (plan && isIdle(plan)) idle.push(plan);
    else rest.push(flag);
  }
  const known = await ctx.db.declaration.findMany({
    where: { environmentId: environment.id, source: post.source, withdrawnAt: null },
    select: { flag: true },
    orderBy: { flag: 'asc' },
  });
  const posted = new Set(post.flags.map(({ key }) => key));
  return { idle, rest, gone: known.map(({ flag }) => flag).filter((flag) => !posted.has(flag)) };
}

/** Notes when and by which version flags were last declared: no change of any ruleset, and none for the audit. */
async function touch(ctx: ServiceContext, environment: EnvironmentRow, post: RegistryPost, flags: string[]) {
  if (flags.length === 0) return;
  const { id } = environment;
  await transaction(ctx, { environments: [environment.key] }, async ({ db, now }) => {
    await db.$executeRaw`
      UPDATE declaration SET last_seen_at = ${now}, version = ${post.version}
      WHERE environment_id = ${id} AND source = ${post.source} AND flag = ANY(${flags}) AND withdrawn_at IS NULL`;
  });
}

function reportOf(post: RegistryPost, idle: readonly Plan[], outcomes: readonly BatchOutcome[]): RegistryReport {
  const { environment, source, version } = post;
  const order = new Map(post.flags.map(({ key }, index) => [key, index]));
  const place = (key: string): number => order.get(key) ?? order.size;
  const all = (part: 'created' | 'changed' | 'withdrawn'): string[] => outcomes.flatMap((outcome) => outcome[part]);
  const conflicts = [...idle.flatMap((plan) => conflictOf(plan) ?? []), ...outcomes.flatMap((each) => each.conflicts)];
  return {
    environment,
    source,
    version,
    created: all('created'),
    changed: all('changed'),
    unchanged: idle.length + outcomes.reduce((count, { unchanged }) => count + unchanged.length, 0),
    withdrawn: all('withdrawn'),
    conflicts: conflicts.sort((a, b) => place(a.flag) - place(b.flag)),
  };
}

type Piece = { flag: DeclaredFlag } | { gone: string };

/** Stores what differs, a batch at a time, the locks released between them; one that broke off may be sent again. */
async function store(
  ctx: ServiceContext,
  post: RegistryPost,
  { rest, gone }: Survey,
  wish: Wish,
): Promise<BatchOutcome[]> {
  const { environment, source, version } = post;
  const steps: Piece[] = [...rest.map((flag) => ({ flag })), ...gone.map((key) => ({ gone: key }))];
  const outcomes: BatchOutcome[] = [];
  const group = `registry ${environment} ${source}`.slice(0, MOST_GROUP);
  return holdBatches(ctx, { comment: `${source} ${version}`, group, replaces: saysAnother }, async (attempt) => {
    for (const piece of inPieces(steps)) {
      const batch = {
        environment,
        source,
        version,
        flags: piece.flatMap((step) => ('flag' in step ? [step.flag] : [])),
        gone: piece.flatMap((step) => ('gone' in step ? [step.gone] : [])),
        ...asWished(wish),
      };
      const outcome = await attempt((each) => storeBatch(each, batch));
      if (outcome) outcomes.push(outcome);
    }
    return outcomes;
  });
}

/** Applications post at each start: what waits already, of whatever version, is not asked for once more. */
const saysAnother = (steps: readonly Step[]) => (before: readonly Step[]) =>
  !same(
    steps.map(({ input }) => ({ ...input, version: null })),
    before.map(({ input }) => ({ ...input, version: null })),
  );

async function declare(ctx: ServiceContext, raw: unknown): Promise<RegistryReport> {
  const { input, wish } = takeWish(raw);
  const { post, environment, found } = await refusing(ctx, VERB, async () => {
    authorize(ctx, 'flag.edit', []);
    const asked = parseInput(registrySchema, input);
    const row = await findEnvironment(ctx.db, ctx.scope.projectId, asked.environment);
    if (!wish.request) authorize(ctx, 'flag.edit', [row]);
    return { post: asked, environment: row, found: await survey(ctx, row, asked) };
  });
  const idle = found.idle.map(({ stored }) => stored.row.key);
  // What waits for approval ends the call: what is declared already was seen all the same.
  if (!wish.request) await touch(ctx, environment, post, idle);
  const outcomes = await store(ctx, post, found, wish);
  const seen = outcomes.flatMap(({ unchanged }) => unchanged);
  await touch(ctx, environment, post, seen);
  return reportOf(post, found.idle, outcomes);
}

/**
 * Takes all flags that one source (an application) declares in one environment, and remembers who declares what.
 * Idempotent: what is declared already is only seen again. Throws `conflict` for a flag of another type, and then
 * stores nothing.
 */
export const declareFlags: Verb<typeof registrySchema, RegistryReport, ProjectScope> = Object.assign(declare, {
  verbName: VERB,
  input: registrySchema,
  permission: 'flag.edit' as const,
  kind: 'write' as const,
});
