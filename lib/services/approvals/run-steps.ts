import type { Step } from '@/lib/schemas/change-request';
import type { AuditDraft } from '../audit/draft';
import type { ProjectScope, Scope, ServiceContext, TenantScope } from '../context';
import { serviceError } from '../errors';
import { transaction, type Locks, type WriteContext } from '../transaction';
import { keptVerb } from './verbs';

/** What one step did, or would do. */
export interface StepOutcome {
  step: Step;
  /** The environments it reaches now, which need not be those it reached when it was asked for. */
  environments: string[];
  /** What the verb answered. */
  result: unknown;
  /** What it told the audit: each changed thing before and after. */
  drafts: AuditDraft[];
}

/** Steps may be many, and a member list of each long. */
const PATIENCE = { timeout: 60_000 };

/** Everything that any of the steps locks. */
function locksOf(steps: readonly Step[]): Locks {
  const wanted = steps.map(({ verb, input }) => keptVerb(verb).locksOf(input));
  const isAll = wanted.some(({ environments }) => environments === 'all');
  const keys = wanted.flatMap(({ environments }) => (environments === 'all' ? [] : (environments ?? [])));
  return { environments: isAll ? 'all' : [...new Set(keys)] };
}

/** A step's own scope: its tenant's, where it is about one. */
export async function scopeOfStep(tx: Pick<WriteContext, 'db' | 'scope'>, { tenant }: Step): Promise<Scope> {
  if (tenant === undefined) return tx.scope;
  const { projectId, projectKey } = tx.scope;
  const row = await tx.db.tenant.findFirst({ where: { projectId, key: tenant }, select: { id: true, key: true } });
  if (!row) throw serviceError('refused', 'unknown_tenant');
  // Within the project that lib/auth let the actor into.
  return { kind: 'tenant', projectId, projectKey, tenantId: row.id, tenantKey: row.key } as TenantScope;
}

async function runStep(tx: WriteContext<ProjectScope>, step: Step): Promise<StepOutcome> {
  const drafts: AuditDraft[] = [];
  const audit = (draft: AuditDraft): void => {
    drafts.push(draft);
    tx.audit(draft);
  };
  const verb = keptVerb(step.verb);
  const own = { ...tx, scope: await scopeOfStep(tx, step), audit };
  const environments = await verb.reachedBy(own, step.input);
  const result = await verb.within(own, step.input);
  await tx.flush();
  return { step, environments, result, drafts };
}

/**
 * Makes the calls of steps in one transaction, all or none: each reads what those before it wrote. `after` may still
 * refuse, and everything is taken back. Without `ctx.approval` it is for the caller to know that the actor may.
 */
export function runSteps<T>(
  ctx: ServiceContext<ProjectScope>,
  steps: readonly Step[],
  after: (tx: WriteContext<ProjectScope>, outcomes: StepOutcome[]) => Promise<T>,
): Promise<T> {
  return transaction(
    ctx,
    locksOf(steps),
    async (tx) => {
      const outcomes: StepOutcome[] = [];
      for (const step of steps) outcomes.push(await runStep(tx, step));
      return after(tx, outcomes);
    },
    PATIENCE,
  );
}

/** Taken back at the end, so that it only tells what would have happened. */
class Looked extends Error {
  override name = 'Looked';
  constructor(readonly outcomes: StepOutcome[]) {
    super('looked');
  }
}

/** What steps would do now; writes nothing. Throws what applying them would throw. */
export async function previewSteps(
  ctx: ServiceContext<ProjectScope>,
  steps: readonly Step[],
  id: string,
): Promise<StepOutcome[]> {
  try {
    return await runSteps({ ...ctx, approval: { id } }, steps, async (_, outcomes) => {
      throw new Looked(outcomes);
    });
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'Looked') return (thrown as Looked).outcomes;
    throw thrown;
  }
}
