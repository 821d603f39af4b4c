import { same } from '@/lib/changes/same';
import { onboardingPutSchema } from '@/lib/schemas/onboarding';
import { versionSchema } from '@/lib/schemas/text';
import { defineVerb } from '../define-verb';
import { jsonOf } from '../json-of';
import { requireVersion } from '../require-version';
import type { WriteContext } from '../transaction';
import { environmentsReading } from './environments-reading';
import { onboardingBody, onboardingView, readOnboarding } from './read';
import { refuseOnboarding } from './refuse-onboarding';
import type { OnboardingView } from './types';

type Content = Pick<OnboardingView, 'stages' | 'milestones' | 'roles'>;

const input = onboardingPutSchema.extend({ version: versionSchema });

/** The attributes that mean something else afterwards: milestones move subjects, and so what their stage says. */
function attributesChanged(before: Content, after: Content): string[] {
  const isMoved = !same(onboardingBody(before).stages, onboardingBody(after).stages);
  const isStaged = isMoved || !same(before.milestones, after.milestones);
  return [...(isStaged ? ['stage', 'stageIndex'] : []), ...(same(before.roles, after.roles) ? [] : ['roleAtLeast'])];
}

async function store(tx: WriteContext, { stages, milestones, roles }: Content): Promise<OnboardingView> {
  const { projectId } = tx.scope;
  const content = { stages: jsonOf(stages), milestones: jsonOf(milestones), roles, updatedAt: tx.now };
  return onboardingView(
    await tx.db.onboarding.upsert({
      where: { projectId },
      create: { projectId, ...content },
      update: { ...content, version: { increment: 1 } },
    }),
  );
}

/** Replaces a project's stages, milestones and subject roles. Version 0 is what it started with. */
export const updateOnboarding = defineVerb({
  verbName: 'onboarding.update',
  input,
  permission: 'settings.manage',
  locks: () => ({ environments: 'all' }),
  reaches: async (tx, after) =>
    environmentsReading(tx, attributesChanged(await readOnboarding(tx.db, tx.scope.projectId), after)),
  comment: ({ comment }) => comment,
  run: async (tx, { stages, milestones, roles, version, comment }): Promise<OnboardingView> => {
    const before = await readOnboarding(tx.db, tx.scope.projectId);
    requireVersion(version, before.version, before);
    const asked = { stages, milestones, roles };
    if (same({ ...before, ...asked }, before)) return before;
    await refuseOnboarding(tx, before, asked);
    const after = await store(tx, asked);
    const body = onboardingBody(after);
    if (!same(onboardingBody(before), body)) {
      for (const { id } of tx.environments) tx.items.put(id, 'onboarding', tx.scope.projectKey, body);
    }
    tx.audit({ action: 'onboarding.update', before, after, comment });
    return after;
  },
});
