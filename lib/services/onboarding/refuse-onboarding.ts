import { z } from 'zod';
import { checkOnboarding } from '@/lib/changes/check-onboarding';
import { refuse } from '@/lib/changes/issue';
import { constantProblem } from '@/lib/schemas/constant';
import { serviceError } from '../errors';
import type { WriteContext } from '../transaction';
import type { OnboardingView } from './types';

type Content = Pick<OnboardingView, 'stages' | 'milestones' | 'roles'>;

const rolesSchema = z.array(z.object({ ranksWith: z.string() }));

const missing = (before: readonly string[], after: readonly string[]): string[] =>
  before.filter((value) => !after.includes(value));

/** Refuses what means something wrong, and to take away what subjects and tenants still stand on. Needs all locks. */
export async function refuseOnboarding(tx: WriteContext, before: Content, after: Content): Promise<void> {
  refuse(checkOnboarding(after, constantProblem));
  const keys = ({ stages }: Content): string[] => stages.map(({ key }) => key);
  const stages = missing(keys(before), keys(after));
  if (stages.length > 0) {
    const environmentId = { in: tx.environments.map(({ id }) => id) };
    const count = await tx.db.subject.count({ where: { environmentId, stage: { in: stages } } });
    if (count > 0) throw serviceError('refused', 'stage_in_use', { params: { count } });
  }
  const roles = missing(before.roles, after.roles);
  if (roles.length > 0) {
    const tenants = await tx.db.tenant.findMany({
      where: { projectId: tx.scope.projectId },
      select: { roles: true },
    });
    const ranking = tenants.filter((tenant) =>
      rolesSchema.parse(tenant.roles).some(({ ranksWith }) => roles.includes(ranksWith)),
    );
    if (ranking.length > 0) throw serviceError('refused', 'subject_role_in_use', { params: { count: ranking.length } });
  }
}
