import { membershipPlaceSchema } from '@/lib/schemas/membership';
import { findEnvironment } from '../configurations/find-subject';
import { defineRead } from '../define-verb';
import { findFlag } from '../flags/flag-row';
import { findMembership } from './find';
import type { MembershipView } from './types';
import { membershipView } from './view';

export const getMembership = defineRead({
  verbName: 'memberships.get',
  input: membershipPlaceSchema,
  permission: 'flag.view',
  run: async ({ db, scope, now }, { flag, environment, id }): Promise<MembershipView> => {
    const { id: environmentId } = await findEnvironment(db, scope.projectId, environment);
    const row = await findFlag(db, scope.projectId, flag);
    return membershipView(await findMembership(db, environmentId, row.key, id), environment, now);
  },
});
