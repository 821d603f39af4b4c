import { z } from 'zod';
import type { Prisma } from '@/lib/db/generated/client';
import { DEFAULT_ONBOARDING } from '@/lib/engine/default-onboarding';
import type { OnboardingBody } from '@/lib/engine/types';
import { storedGroupShape } from '@/lib/schemas/stored-configuration';
import type { TransactionClient } from '../transaction-client';
import type { OnboardingView, Stage } from './types';

const stagesSchema = z.array(z.object({ key: z.string(), name: z.string() }));
const milestonesSchema = z.array(
  z.object({
    key: z.string(),
    name: z.string(),
    description: z.string(),
    ...storedGroupShape,
    stage: z.string().nullable(),
  }),
);

/** What the first stages are called; people rename them as they like. */
const FIRST_NAMES: Readonly<Record<string, string>> = {
  signup_complete: 'Signed up',
  email_verified: 'E-mail verified',
  profile_setup: 'Profile set up',
  active: 'Active',
};

const firstStages = (): Stage[] => DEFAULT_ONBOARDING.stages.map((key) => ({ key, name: FIRST_NAMES[key] ?? key }));

export function onboardingView(row: Prisma.OnboardingGetPayload<object> | null): OnboardingView {
  if (!row) {
    return { stages: firstStages(), milestones: [], roles: [...DEFAULT_ONBOARDING.roles], version: 0, updatedAt: null };
  }
  return {
    stages: stagesSchema.parse(row.stages),
    milestones: milestonesSchema.parse(row.milestones),
    roles: row.roles,
    version: row.version,
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** A project's onboarding: what is stored, or what every project starts with. */
export async function readOnboarding(db: TransactionClient, projectId: string): Promise<OnboardingView> {
  return onboardingView(await db.onboarding.findUnique({ where: { projectId } }));
}

/** What evaluations need of it. */
export const onboardingBody = ({ stages, roles }: Pick<OnboardingView, 'stages' | 'roles'>): OnboardingBody => ({
  v: 1,
  stages: stages.map(({ key }) => key),
  roles: [...roles],
});
