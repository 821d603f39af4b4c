import { addRule } from '../configurations/add-rule';
import { changeConfiguration } from '../configurations/change';
import { removeRule } from '../configurations/remove-rule';
import { replaceConfiguration } from '../configurations/replace';
import { replaceRule } from '../configurations/replace-rule';
import { revertConfiguration } from '../configurations/revert';
import { disableFlag, enableFlag, followDefault, reviveFlag } from '../configurations/set-state';
import { undoChange } from '../configurations/undo';
import type { Permission } from '@/lib/permissions/table';
import type { Scope } from '../context';
import { serviceError } from '../errors';
import { archiveFlag } from '../flags/archive';
import { removeFlag } from '../flags/remove';
import { restoreFlag } from '../flags/restore';
import { updateFlag } from '../flags/update';
import { putAttribute } from '../attributes/put';
import { removeAttribute } from '../attributes/remove';
import { addMemberships } from '../memberships/add-many';
import { createMembership } from '../memberships/create';
import { removeMembership } from '../memberships/remove';
import { updateMembership } from '../memberships/update';
import { updateOnboarding } from '../onboarding/update';
import { clearOverride } from '../overrides/clear';
import { setOverride } from '../overrides/set';
import { setOverrideBatch } from '../overrides/set-many';
import { storeBatch } from '../registry/store-batch';
import { addSegmentMembers } from '../segments/add-members';
import { createSchedule } from '../schedules/create';
import { runSchedule } from '../schedules/run';
import { updateSchedule } from '../schedules/update';
import { advancePlan } from '../plans/advance';
import { resumePlan } from '../plans/resume';
import { rollbackPlan } from '../plans/rollback';
import { startPlan } from '../plans/start';
import { updatePlan } from '../plans/update';
import { removeSegment } from '../segments/remove';
import { removeSegmentMembers } from '../segments/remove-members';
import { updateSegmentContent } from '../segments/update-content';
import { createTenant } from '../tenants/create';
import { removeTenant } from '../tenants/remove';
import { setTenantRoles } from '../tenants/set-roles';
import { updateTenant } from '../tenants/update';
import type { Locks, WriteContext } from '../transaction';

/** A write that can be kept and made later. */
export interface KeptVerb {
  verbName: string;
  locksOf(raw: unknown): Locks;
  reachedBy(tx: WriteContext<Scope>, raw: unknown): Promise<string[]>;
  permissionFor(raw: unknown): Permission;
  within(tx: WriteContext<Scope>, raw: unknown): Promise<unknown>;
}

/** Every write that can change answers, and so may have to wait. */
export const KEPT_VERBS: readonly KeptVerb[] = [
  ...[changeConfiguration, replaceConfiguration, revertConfiguration, undoChange, addRule, replaceRule, removeRule],
  ...[enableFlag, disableFlag, followDefault, reviveFlag],
  ...[updateFlag, archiveFlag, restoreFlag, removeFlag],
  ...[updateSegmentContent, removeSegment, addSegmentMembers, removeSegmentMembers],
  ...[setOverride, clearOverride, setOverrideBatch],
  storeBatch,
  ...[createMembership, addMemberships, updateMembership, removeMembership],
  ...[createTenant, updateTenant, removeTenant, setTenantRoles],
  ...[putAttribute, removeAttribute, updateOnboarding],
  ...[createSchedule, updateSchedule, runSchedule],
  ...[updatePlan, startPlan, resumePlan, advancePlan, rollbackPlan],
];

/** A kept verb by its name. Throws `refused` for one that this version does not know. */
export function keptVerb(name: string): KeptVerb {
  const found = KEPT_VERBS.find(({ verbName }) => verbName === name);
  if (!found) throw serviceError('refused', 'verb_unknown');
  return found;
}
