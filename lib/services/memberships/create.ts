import { membershipCreateSchema } from '@/lib/schemas/membership';
import type { MembershipBody } from '@/lib/engine/types';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { findFlag } from '../flags/flag-row';
import type { WriteContext } from '../transaction';
import { assertRoom } from './assert-room';
import { membershipVariant, membershipWindow } from './membership-body';
import { membershipKey } from './membership-key';
import type { MembershipView } from './types';
import { auditedMembership, membershipView } from './view';

async function assertTenant({ db, scope }: WriteContext, tenant: string | undefined): Promise<void> {
  if (tenant === undefined) return;
  if ((await db.tenant.count({ where: { projectId: scope.projectId, key: tenant } })) > 0) return;
  const issue = { path: 'tenant', code: 'unknown_tenant', message: 'There is no tenant with this key.' };
  throw serviceError('refused', 'unknown_tenant', { issues: [issue] });
}

/** Gives a subject or a tenant a variant of a flag for a time. Several may overlap: the latest start decides. */
export const createMembership = defineVerb({
  verbName: 'memberships.create',
  input: membershipCreateSchema,
  permission: 'membership.edit',
  locks: ({ environment }) => ({ environments: [environment] }),
  reaches: (tx, { environment }) => [tx.environment(environment)],
  comment: ({ comment }) => comment,
  run: async (tx, { flag, subject, tenant, variant, note, comment, ...asked }): Promise<MembershipView> => {
    const { environment: name, ...draft } = asked;
    const environment = tx.environment(name);
    const row = await findFlag(tx.db, tx.scope.projectId, flag);
    await assertTenant(tx, tenant);
    const body: MembershipBody = {
      v: 1,
      ...(subject === undefined ? { tenant } : { subject }),
      ...membershipWindow(draft),
      variant: membershipVariant(row, variant),
      ...(note && { note }),
      version: 1,
    };
    await assertRoom(tx.db, environment, row.key, 1);
    const key = membershipKey(row.key, tx.newId());
    tx.items.put(environment.id, 'membership', key, body);
    const after = auditedMembership(body);
    tx.audit({ action: 'membership.create', flag: row.key, environment: name, tenant, after, comment });
    return membershipView({ key, body, fromAt: tx.now }, name, tx.now);
  },
});
