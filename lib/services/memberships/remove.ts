import { membershipRemoveSchema } from '@/lib/schemas/membership';
import { defineVerb } from '../define-verb';
import { findFlag } from '../flags/flag-row';
import { requireVersion } from '../require-version';
import { findMembership } from './find';
import { auditedMembership, membershipView, versionOf } from './view';

/** Takes a membership away at once, whether it is open, upcoming or past. */
export const removeMembership = defineVerb({
  verbName: 'memberships.remove',
  input: membershipRemoveSchema,
  permission: 'membership.edit',
  locks: ({ environment }) => ({ environments: [environment] }),
  reaches: (tx, { environment }) => [tx.environment(environment)],
  comment: ({ comment }) => comment,
  run: async (tx, { flag, environment: name, id, version, comment }): Promise<void> => {
    const environment = tx.environment(name);
    const row = await findFlag(tx.db, tx.scope.projectId, flag);
    const stored = await findMembership(tx.db, environment.id, row.key, id);
    requireVersion(version, versionOf(stored.body), membershipView(stored, name, tx.now));
    tx.items.close(environment.id, 'membership', stored.key);
    const before = auditedMembership(stored.body);
    const { tenant } = stored.body;
    tx.audit({ action: 'membership.remove', flag: row.key, environment: name, tenant, before, comment });
  },
});
