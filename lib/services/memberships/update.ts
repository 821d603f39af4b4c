import { same } from '@/lib/changes/same';
import { membershipPatchSchema } from '@/lib/schemas/membership';
import type { MembershipBody } from '@/lib/engine/types';
import { defineVerb } from '../define-verb';
import { findFlag } from '../flags/flag-row';
import { requireVersion } from '../require-version';
import { findMembership } from './find';
import { membershipVariant, membershipWindow, patchedWindow } from './membership-body';
import type { MembershipView } from './types';
import { auditedMembership, membershipView, versionOf } from './view';

/** Moves a membership's window, or changes its variant or note. */
export const updateMembership = defineVerb({
  verbName: 'memberships.update',
  input: membershipPatchSchema,
  permission: 'membership.edit',
  locks: ({ environment }) => ({ environments: [environment] }),
  reaches: (tx, { environment }) => [tx.environment(environment)],
  comment: ({ comment }) => comment,
  run: async (tx, { flag, id, version, variant, note, comment, ...asked }): Promise<MembershipView> => {
    const { environment: name, ...draft } = asked;
    const environment = tx.environment(name);
    const row = await findFlag(tx.db, tx.scope.projectId, flag);
    const stored = await findMembership(tx.db, environment.id, row.key, id);
    requireVersion(version, versionOf(stored.body), membershipView(stored, name, tx.now));
    const { subject, tenant, note: written } = stored.body;
    const said = note ?? written;
    const after: MembershipBody = {
      v: 1,
      ...(subject === undefined ? { tenant } : { subject }),
      ...membershipWindow(patchedWindow(stored.body, draft)),
      variant: membershipVariant(row, variant ?? stored.body.variant),
      ...(said && { note: said }),
      version: versionOf(stored.body),
    };
    if (same(after, stored.body)) return membershipView(stored, name, tx.now);
    const body = { ...after, version: version + 1 };
    tx.items.put(environment.id, 'membership', stored.key, body);
    const audited = { before: auditedMembership(stored.body), after: auditedMembership(body), comment };
    tx.audit({ action: 'membership.update', flag: row.key, environment: name, tenant, ...audited });
    return membershipView({ key: stored.key, body, fromAt: tx.now }, name, tx.now);
  },
});
