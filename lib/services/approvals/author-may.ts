import type { Step } from '@/lib/schemas/change-request';
import { isAllowed, isTenantAdmin } from '../authorize';
import { serviceError } from '../errors';
import type { WriteContext } from '../transaction';
import { actorToday } from '../users/actor-today';
import { scopeOfStep } from './run-steps';
import { keptVerb } from './verbs';
import type { RequestRow } from './row';

/**
 * Throws unless whoever asked may still ask for these steps: who may edit somewhere may ask for an edit anywhere, and
 * a tenant's admin for what is open to tenants.
 */
export async function assertAuthorMay(
  tx: WriteContext,
  { authorKind: kind, authorId: id }: Pick<RequestRow, 'authorKind' | 'authorId'>,
  steps: readonly Step[],
): Promise<void> {
  const actor = await actorToday(tx.db, { kind, id }, tx.now);
  if (!actor) throw serviceError('refused', 'author_gone');
  const seen = new Set<string>();
  for (const step of steps) {
    const permission = keptVerb(step.verb).permissionFor(step.input);
    const asked = [permission, step.tenant ?? '', ...step.environments].join(' ');
    if (seen.has(asked)) continue;
    seen.add(asked);
    const asking = { scope: await scopeOfStep(tx, step), actor };
    const reached = tx.environments.filter(({ key }) => step.environments.includes(key));
    if (!isAllowed(asking, permission, isTenantAdmin(asking) ? reached : [])) {
      throw serviceError('refused', 'author_may_not');
    }
  }
}
