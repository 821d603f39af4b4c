import type { Step } from '@/lib/schemas/change-request';
import type { AuditDraft } from '../audit/append';
import type { ProjectScope, Scope, ServiceContext, TenantScope } from '../context';
import { serviceError } from '../errors';
import { transaction, type Locks, type WriteContext } from '../transaction';
import { keptVerb } from './verbs';

/** What one step did, or would do. */
export interface StepOutcome {
  step: Step;
  /** What it told the audit: each changed thing before and after. */
  drafts: AuditDraft[];
}

/** Everything that any of the steps locks. */
function locksOf(steps: readonly Step[]): Locks {
  const wanted = steps.map(({ verb, input }) => keptVerb(verb).locksOf(input));
  const isAll = wanted.some(({ environments }) => environments === 'all');
  const keys = wanted.flatMap(({ environments }) => (environments === 'all' ? [] : (environments ?? [])));
  return { environments: isAll ? 'all' : [...new Set(keys)] };
}

/** A step's own scope: its tenant's, where it is about one. */
async function scopeOf(tx: WriteContext<ProjectScope>, { tenant }: Step): Promise<Scope> {
  if (tenant === undefined) return tx.scope;
  const { projectId } = tx.scope;
  const row = await tx.db.tenant.findFirst({ where: { projectId, key: tenant }, select: { id: true, key: true } });
  if (!row) throw serviceError('refused', 'unknown_tenant');
  const { projectKey } = tx.scope;
  // Within the project that lib/auth let the actor into.
  return { kind: 'tenant', projectId, projectKey, tenantId: row.id, tenantKey: row.key } as TenantScope;
}

/**
 * Makes the calls of steps in one transaction, all or none: each reads what those before it wrote. `after` may still
 * refuse, and everything is taken back.
 */
export function runSteps<T>(
  ctx: ServiceContext<ProjectScope>,
  steps: readonly Step[],
  after: (tx: WriteContext<ProjectScope>, outcomes: StepOutcome[]) => Promise<T>,
): Promise<T> {
  return transaction(ctx, locksOf(steps), async (tx) => {
    const outcomes: StepOutcome[] = [];
    for (const step of steps) {
      const drafts: AuditDraft[] = [];
      const audit = (draft: AuditDraft): void => {
        drafts.push(draft);
        tx.audit(draft);
      };
      await keptVerb(step.verb).within({ ...tx, scope: await scopeOf(tx, step), audit }, step.input);
      await tx.flush();
      outcomes.push({ step, drafts });
    }
    return after(tx, outcomes);
  });
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
