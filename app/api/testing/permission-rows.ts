import type { HttpMethod } from './routes-on-disk';
import type { Fixture } from './permission-fixtures';
import * as fixtures from './permission-fixtures';
import * as plans from './plan-fixtures';
import * as memberships from './membership-fixtures';
import * as schedules from './schedule-fixtures';
import * as requests from './request-fixtures';
import * as subjects from './subject-fixtures';
import * as tenants from './tenant-fixtures';
import * as webhooks from './webhook-fixtures';

/**
 * What each route answers to whom. Written by hand: each line of statuses is, in this order,
 * viewer, developer, editor, admin (of the project `default`), stranger (admin of the project `other`), anonymous,
 * an admin key of `default`, the installation's token, an administrator of the installation, and the admin of a tenant
 * of `default`, who is nothing else.
 * `ok` is the row's own status of success.
 */
export interface PermissionRow {
  method: HttpMethod;
  path: string;
  /** Where one path has several rows. */
  note?: string;
  success: number;
  /** In `default`, in an environment that is not protected. */
  own: string;
  /** In `default`, where the write reaches a protected environment. */
  guarded?: string;
  /** In the project `other`. */
  foreign?: string;
  fixture: Fixture;
}

const P = '/api/admin/projects/{project}';
const FLAG = `${P}/flags/{key}`;
const CONFIG = `${FLAG}/environments/{env}`;

const row = (
  method: HttpMethod,
  path: string,
  success: number,
  fixture: Fixture,
  statuses: Pick<PermissionRow, 'own' | 'guarded' | 'foreign' | 'note'>,
): PermissionRow => ({ method, path, success, fixture, ...statuses });

const READ = { own: 'ok ok ok ok 404 401 ok ok ok 404', foreign: '404 404 404 404 ok 401 404 ok ok 404' };
const READ_GUARDED = { ...READ, guarded: 'ok ok ok ok 404 401 ok ok ok 404' };
const EDIT = {
  own: '403 ok ok ok 404 401 ok ok ok 404',
  guarded: '403 403 ok ok 404 401 ok ok ok 404',
  foreign: '404 404 404 404 ok 401 404 ok ok 404',
};
const CREATE = { own: '403 ok ok ok 404 401 ok ok ok 404', foreign: '404 404 404 404 ok 401 404 ok ok 404' };
/** What a tenant's own admins may do, in their tenant: of what is open to tenants. */
const READ_OWN = { own: 'ok ok ok ok 404 401 ok ok ok ok', guarded: 'ok ok ok ok 404 401 ok ok ok 404' };
const EDIT_OWN = { own: '403 ok ok ok 404 401 ok ok ok ok', guarded: '403 403 ok ok 404 401 ok ok ok 404' };
const OWN_TENANT = 'own tenant';
const ADMINISTER = { own: '403 403 403 ok 404 401 ok ok ok 404', foreign: '404 404 404 404 ok 401 404 ok ok 404' };

const FLAG_ROWS: PermissionRow[] = [
  row('GET', `${P}/flags`, 200, fixtures.nothing, READ),
  row('POST', `${P}/flags`, 201, fixtures.newFlag, CREATE),
  row('GET', FLAG, 200, fixtures.flag, READ),
  row('PATCH', FLAG, 200, fixtures.flagPatch, EDIT),
  row('DELETE', FLAG, 204, fixtures.archivedFlag, ADMINISTER),
  row('POST', `${FLAG}/archive`, 200, fixtures.reachingFlag, EDIT),
  row('POST', `${FLAG}/restore`, 200, fixtures.reachingFlag, EDIT),
  row('GET', `${FLAG}/usage`, 200, fixtures.flag, READ),
  row('GET', `${FLAG}/compare`, 200, fixtures.comparison, READ),
  row('GET', `${FLAG}/analytics`, 200, fixtures.inQuery, READ_GUARDED),
  row('GET', `${P}/registry`, 200, fixtures.registryInQuery, READ_GUARDED),
  row('POST', `${P}/registry`, 200, fixtures.declaration, EDIT),
];

const MEMBERSHIP_ROWS: PermissionRow[] = [
  row('GET', `${FLAG}/memberships`, 200, fixtures.inQuery, READ_GUARDED),
  row('POST', `${FLAG}/memberships`, 201, memberships.newMembership, EDIT),
  row('GET', `${FLAG}/memberships/{id}`, 200, memberships.membership, READ_GUARDED),
  row('PATCH', `${FLAG}/memberships/{id}`, 200, memberships.membershipPatch, EDIT),
  row('DELETE', `${FLAG}/memberships/{id}`, 204, memberships.membershipToRemove, EDIT),
  row('POST', `${FLAG}/memberships/{id}/sync`, 200, memberships.membership, EDIT),
  row('GET', `${FLAG}/members`, 200, fixtures.inQuery, READ_GUARDED),
  row('GET', `${P}/memberships`, 200, memberships.inPlace, READ_GUARDED),
  row('GET', `${P}/memberships/counts`, 200, memberships.inPlace, READ_GUARDED),
  row('POST', `${P}/memberships/sync`, 200, memberships.placeInBody, EDIT),
  row('POST', `${P}/memberships/import`, 200, memberships.importing, EDIT),
];

const SCHEDULES = `${P}/schedules`;
const SCHEDULE_ROWS: PermissionRow[] = [
  row('GET', SCHEDULES, 200, fixtures.nothing, READ),
  row('POST', SCHEDULES, 201, schedules.newSchedule, EDIT),
  row('GET', `${SCHEDULES}/{id}`, 200, schedules.schedule, READ_GUARDED),
  row('PATCH', `${SCHEDULES}/{id}`, 200, schedules.schedulePatch, EDIT),
  row('DELETE', `${SCHEDULES}/{id}`, 204, schedules.scheduleToCancel, EDIT),
  row('GET', `${SCHEDULES}/{id}/runs`, 200, schedules.schedule, READ_GUARDED),
  row('POST', `${SCHEDULES}/{id}/run`, 200, schedules.schedule, EDIT),
];

const PLAN = `${P}/plans/{id}`;
/** A draft changes nothing, wherever it would be carried out. */
const DRAFT = { ...CREATE, guarded: CREATE.own };
const PLAN_ROWS: PermissionRow[] = [
  row('GET', `${P}/plans`, 200, fixtures.nothing, READ),
  row('POST', `${P}/plans`, 201, plans.newPlan, DRAFT),
  row('POST', `${P}/plans/preview`, 200, plans.newPlan, READ_GUARDED),
  row('GET', PLAN, 200, plans.plan, READ_GUARDED),
  row('PATCH', PLAN, 200, plans.planPatch, DRAFT),
  row('PATCH', PLAN, 200, plans.pausedPlanPatch, { ...EDIT, note: 'a paused one' }),
  row('DELETE', PLAN, 204, plans.planToRemove, DRAFT),
  row('POST', `${PLAN}/start`, 200, plans.plan, EDIT),
  row('POST', `${PLAN}/pause`, 200, plans.startedPlan, EDIT),
  row('POST', `${PLAN}/resume`, 200, plans.pausedPlan, EDIT),
  row('POST', `${PLAN}/advance`, 200, plans.startedPlan, EDIT),
  row('POST', `${PLAN}/rollback`, 200, plans.startedPlan, EDIT),
  row('GET', `${P}/signals`, 200, plans.signalsInQuery, READ_GUARDED),
  row('POST', `${P}/signals`, 201, plans.newSignal, EDIT),
];

const CONFIGURATION_ROWS: PermissionRow[] = [
  row('GET', CONFIG, 200, fixtures.flag, READ_GUARDED),
  row('PUT', CONFIG, 200, fixtures.configuration, EDIT),
  row('POST', `${CONFIG}/changes`, 200, fixtures.change, EDIT),
  row('POST', `${CONFIG}/changes`, 200, fixtures.dryRun, { ...READ_GUARDED, note: 'a dry run' }),
  row('POST', `${CONFIG}/enable`, 200, fixtures.flag, EDIT),
  row('POST', `${CONFIG}/disable`, 200, fixtures.flag, EDIT),
  row('POST', `${CONFIG}/follow-default`, 200, fixtures.declaredFlag, EDIT),
  row('POST', `${CONFIG}/kill`, 200, fixtures.flag, EDIT),
  row('POST', `${CONFIG}/revive`, 200, fixtures.flag, EDIT),
  row('GET', `${CONFIG}/rules`, 200, fixtures.flag, READ_GUARDED),
  row('POST', `${CONFIG}/rules`, 201, fixtures.newRule, EDIT),
  row('PUT', `${CONFIG}/rules/{id}`, 200, fixtures.rule, EDIT),
  row('DELETE', `${CONFIG}/rules/{id}`, 204, fixtures.ruleToRemove, EDIT),
  row('GET', `${CONFIG}/revisions`, 200, fixtures.flag, READ_GUARDED),
  row('GET', `${CONFIG}/revisions/{version}`, 200, fixtures.revision, READ_GUARDED),
  row('POST', `${CONFIG}/revert`, 200, fixtures.revert, EDIT),
  row('POST', `${CONFIG}/undo`, 200, fixtures.undo, EDIT),
  row('POST', `${CONFIG}/explain`, 200, fixtures.explanation, READ_GUARDED),
];

const SEGMENT = `${P}/segments/{key}`;
const PROJECT_ROWS: PermissionRow[] = [
  row('GET', `${P}/environments`, 200, fixtures.nothing, READ),
  row('POST', `${P}/environments`, 201, fixtures.newEnvironment, ADMINISTER),
  row('GET', `${P}/environments/{env}`, 200, fixtures.nothing, READ_GUARDED),
  row('PATCH', `${P}/environments/{env}`, 200, fixtures.environmentPatch, {
    ...ADMINISTER,
    guarded: '403 403 403 ok 404 401 ok ok ok 404',
  }),
  row('DELETE', `${P}/environments/{env}`, 204, fixtures.environmentToRemove, ADMINISTER),
  row('GET', `${P}/segments`, 200, fixtures.nothing, READ),
  row('POST', `${P}/segments`, 201, fixtures.newSegment, CREATE),
  row('GET', SEGMENT, 200, fixtures.segmentInQuery, READ_GUARDED),
  row('PUT', SEGMENT, 200, fixtures.segmentContent, EDIT),
  row('DELETE', SEGMENT, 204, fixtures.segmentToRemove, EDIT),
  row('GET', `${SEGMENT}/members`, 200, fixtures.segmentInQuery, READ_GUARDED),
  row('POST', `${SEGMENT}/members`, 200, fixtures.members, EDIT),
  row('DELETE', `${SEGMENT}/members`, 200, fixtures.members, EDIT),
  row('GET', `${SEGMENT}/usage`, 200, fixtures.segment, READ),
  row('GET', `${P}/onboarding`, 200, fixtures.nothing, READ),
  row('PUT', `${P}/onboarding`, 200, fixtures.onboarding, ADMINISTER),
  row('GET', `${P}/onboarding/funnel`, 200, fixtures.funnel, READ_GUARDED),
  row('GET', `${P}/keys`, 200, fixtures.nothing, ADMINISTER),
  row('POST', `${P}/keys`, 201, fixtures.newKey, ADMINISTER),
  row('DELETE', `${P}/keys/{id}`, 204, fixtures.apiKey, ADMINISTER),
  row('GET', `${P}/audit`, 200, fixtures.nothing, READ),
  row('GET', `${P}/audit/verify`, 200, fixtures.nothing, READ),
];

const REQUEST = `${P}/change-requests`;
/** Whoever may edit in one environment may ask for a change in any, and talk of it. */
const ASK = {
  own: '403 ok ok ok 404 401 ok ok ok 404',
  guarded: '403 ok ok ok 404 401 ok ok ok 404',
  foreign: '404 404 404 404 ok 401 404 ok ok 404',
};
/** They were asked for by the developer, and by the stranger in the other project: not for those to approve. */
const APPROVE = {
  own: '403 403 ok ok 404 401 ok ok ok 404',
  guarded: '403 403 ok ok 404 401 ok ok ok 404',
  foreign: '404 404 404 404 422 401 404 ok ok 404',
};
const REQUEST_ROWS: PermissionRow[] = [
  row('GET', REQUEST, 200, fixtures.nothing, READ),
  row('POST', REQUEST, 201, requests.newRequest, ASK),
  row('GET', `${REQUEST}/{id}`, 200, requests.request, READ_GUARDED),
  row('POST', `${REQUEST}/{id}/approve`, 200, requests.request, APPROVE),
  row('POST', `${REQUEST}/{id}/reject`, 200, requests.request, APPROVE),
  row('POST', `${REQUEST}/{id}/request-changes`, 200, requests.remark, APPROVE),
  row('POST', `${REQUEST}/{id}/comment`, 200, requests.remark, ASK),
  row('POST', `${REQUEST}/{id}/cancel`, 200, requests.request, ASK),
  row('POST', `${REQUEST}/{id}/rebase`, 200, requests.request, ASK),
  row('POST', `${REQUEST}/{id}/apply`, 200, requests.approvedRequest, ASK),
  row('POST', `${REQUEST}/{id}/revert`, 200, requests.appliedRequest, EDIT),
];

const SUBJECT = `${P}/subjects/{targetingKey}`;
const SUBJECT_ROWS: PermissionRow[] = [
  row('GET', `${P}/subjects`, 200, subjects.inQuery, READ_GUARDED),
  row('POST', `${P}/subjects`, 201, subjects.newSubject, EDIT),
  row('GET', SUBJECT, 200, subjects.subject, READ_GUARDED),
  row('PATCH', SUBJECT, 200, subjects.subjectPatch, EDIT),
  row('DELETE', SUBJECT, 204, subjects.subjectToErase, EDIT),
  row('GET', `${SUBJECT}/flags`, 200, subjects.subject, READ_GUARDED),
  row('GET', `${SUBJECT}/memberships`, 200, subjects.subject, READ_GUARDED),
  row('GET', `${P}/attributes`, 200, fixtures.nothing, READ),
  row('PUT', `${P}/attributes/{name}`, 200, subjects.attribute, ADMINISTER),
  row('DELETE', `${P}/attributes/{name}`, 204, subjects.attributeToRemove, ADMINISTER),
  row('POST', `${P}/environments/{env}/signing-secret`, 200, fixtures.nothing, {
    ...ADMINISTER,
    guarded: ADMINISTER.own,
  }),
];

const WEBHOOK = `${P}/webhooks/{id}`;
const WEBHOOK_ROWS: PermissionRow[] = [
  row('GET', `${P}/webhooks`, 200, webhooks.webhook, ADMINISTER),
  row('POST', `${P}/webhooks`, 201, webhooks.newWebhook, ADMINISTER),
  row('GET', WEBHOOK, 200, webhooks.webhook, ADMINISTER),
  row('PATCH', WEBHOOK, 200, webhooks.webhookPatch, ADMINISTER),
  row('DELETE', WEBHOOK, 204, webhooks.webhook, ADMINISTER),
  row('POST', `${WEBHOOK}/test`, 200, webhooks.webhook, ADMINISTER),
  row('POST', `${WEBHOOK}/rotate-secret`, 200, webhooks.webhook, ADMINISTER),
  row('GET', `${WEBHOOK}/deliveries`, 200, webhooks.delivery, ADMINISTER),
  row('POST', `${WEBHOOK}/deliveries/{delivery}/redeliver`, 200, webhooks.delivery, ADMINISTER),
];

const TENANT = `${P}/tenants/{tenant}`;
/** Attributes and subject roles count in every environment, protected ones included. */
const EVERYWHERE = { own: '403 403 ok ok 404 401 ok ok ok 404', foreign: '404 404 404 404 ok 401 404 ok ok 404' };
const TENANT_ROWS: PermissionRow[] = [
  row('GET', `${P}/tenants`, 200, fixtures.nothing, READ),
  row('POST', `${P}/tenants`, 201, tenants.newTenant, EVERYWHERE),
  row('POST', `${P}/tenants`, 201, tenants.newBareTenant, { ...CREATE, note: 'without attributes' }),
  row('GET', TENANT, 200, tenants.tenant, READ),
  row('GET', TENANT, 200, tenants.ownTenant, { own: READ.own, note: OWN_TENANT }),
  row('PATCH', TENANT, 200, tenants.tenantPatch, EVERYWHERE),
  row('PATCH', TENANT, 200, tenants.tenantName, { ...CREATE, note: 'only its name' }),
  row('DELETE', TENANT, 204, tenants.tenantToRemove, CREATE),
  row('DELETE', TENANT, 204, tenants.overriddenTenantToRemove, { ...EDIT, note: 'with overrides' }),
  row('GET', `${TENANT}/flags`, 200, tenants.tenantInQuery, READ_GUARDED),
  row('GET', `${TENANT}/flags`, 200, tenants.ownTenantInQuery, { ...READ_OWN, note: OWN_TENANT }),
  row('GET', `${TENANT}/flags/{key}`, 200, tenants.tenantFlag, READ_GUARDED),
  row('GET', `${TENANT}/flags/{key}`, 200, tenants.ownTenantFlag, { ...READ_OWN, note: OWN_TENANT }),
  row('GET', `${TENANT}/flags/{key}`, 200, tenants.ownTenantUnmanagedFlag, {
    own: READ.own,
    note: 'own tenant, a flag that tenants do not manage',
  }),
  row('PUT', `${TENANT}/flags/{key}`, 200, tenants.override, EDIT),
  row('PUT', `${TENANT}/flags/{key}`, 200, tenants.ownOverride, { ...EDIT_OWN, note: OWN_TENANT }),
  row('PUT', `${TENANT}/flags/{key}`, 200, tenants.ownUnmanagedOverride, {
    own: EDIT.own,
    note: 'own tenant, a flag that tenants do not manage',
  }),
  row('DELETE', `${TENANT}/flags/{key}`, 204, tenants.overrideToClear, EDIT),
  row('DELETE', `${TENANT}/flags/{key}`, 204, tenants.ownOverrideToClear, { ...EDIT_OWN, note: OWN_TENANT }),
  row('GET', `${TENANT}/home`, 200, tenants.tenant, READ),
  row('GET', `${TENANT}/home`, 200, tenants.ownTenant, { own: READ_OWN.own, note: OWN_TENANT }),
  row('GET', `${TENANT}/audit`, 200, tenants.tenant, READ),
  row('GET', `${TENANT}/audit`, 200, tenants.ownTenant, { own: READ_OWN.own, note: OWN_TENANT }),
  row('GET', `${TENANT}/roles`, 200, tenants.tenant, READ),
  row('GET', `${TENANT}/roles`, 200, tenants.ownTenant, { own: READ_OWN.own, note: OWN_TENANT }),
  row('PUT', `${TENANT}/roles`, 200, tenants.tenantRoles, EVERYWHERE),
  row('PUT', `${TENANT}/roles`, 200, tenants.ownTenantRoles, {
    own: '403 403 ok ok 404 401 ok ok ok ok',
    note: OWN_TENANT,
  }),
  row('GET', `${TENANT}/admins`, 200, tenants.tenant, ADMINISTER),
  row('GET', `${TENANT}/admins`, 200, tenants.ownTenant, { own: ADMINISTER.own, note: OWN_TENANT }),
  row('POST', `${TENANT}/admins`, 201, tenants.newTenantAdmin, ADMINISTER),
  row('POST', `${TENANT}/admins`, 201, tenants.newOwnTenantAdmin, { own: ADMINISTER.own, note: OWN_TENANT }),
  row('DELETE', `${TENANT}/admins/{id}`, 204, tenants.tenantAdminToRemove, ADMINISTER),
  row('GET', `${P}/system/flags`, 200, tenants.environmentInQuery, READ_GUARDED),
  row('GET', `${P}/overrides`, 200, tenants.environmentInQuery, READ_GUARDED),
  row('GET', `${P}/overrides/grid`, 200, tenants.environmentInQuery, READ_GUARDED),
  row('POST', `${P}/overrides/bulk`, 200, tenants.manyOverrides, EDIT),
  row('POST', `${P}/overrides/bulk`, 200, tenants.dryOverrides, { ...READ_GUARDED, note: 'a dry run' }),
  row('POST', `${P}/overrides/bulk`, 200, tenants.manyOwnOverrides, { own: EDIT.own, note: OWN_TENANT }),
];

/** Nobody of a single project may touch what is the installation's. */
const INSTALLATION = { own: '403 403 403 403 403 401 403 ok ok 404' };

const CALENDAR_ROWS: PermissionRow[] = [
  row('GET', `${P}/calendar`, 200, fixtures.inMarch, READ),
  row('GET', `${P}/calendar/feed`, 200, fixtures.nothing, READ),
  row('POST', `${P}/calendar/feed`, 200, fixtures.empty, READ),
  row('DELETE', `${P}/calendar/feed`, 204, fixtures.empty, READ),
];

const INSTALLATION_ROWS: PermissionRow[] = [
  row('GET', '/api/admin/me', 200, fixtures.nothing, { own: 'ok ok ok ok ok 401 ok ok ok ok' }),
  row('POST', '/api/admin/clock', 200, fixtures.clock, INSTALLATION),
  row('GET', '/api/admin/audit', 200, fixtures.nothing, INSTALLATION),
  row('GET', '/api/admin/audit/verify', 200, fixtures.nothing, INSTALLATION),
  row('GET', '/api/admin/jobs', 200, fixtures.nothing, INSTALLATION),
  row('POST', '/api/admin/jobs/{job}/run', 200, fixtures.job, INSTALLATION),
  row('GET', '/api/admin/projects', 200, fixtures.nothing, { own: 'ok ok ok ok ok 401 ok ok ok 404' }),
  row('POST', '/api/admin/projects', 201, fixtures.newProject, INSTALLATION),
  row('GET', P, 200, fixtures.nothing, READ),
  row('PATCH', P, 200, fixtures.projectPatch, ADMINISTER),
  row('DELETE', P, 204, fixtures.projectToRemove, INSTALLATION),
  row('GET', '/api/admin/users', 200, fixtures.nothing, INSTALLATION),
  row('POST', '/api/admin/users', 201, fixtures.newUser, INSTALLATION),
  row('GET', '/api/admin/users/{id}', 200, fixtures.user, INSTALLATION),
  row('PATCH', '/api/admin/users/{id}', 200, fixtures.userPatch, INSTALLATION),
  row('DELETE', '/api/admin/users/{id}', 204, fixtures.userToRemove, INSTALLATION),
  row('PUT', '/api/admin/users/{id}/role', 200, fixtures.userRole, INSTALLATION),
  row('POST', '/api/admin/users/{id}/disable', 200, fixtures.user, INSTALLATION),
  row('POST', '/api/admin/users/{id}/enable', 200, fixtures.user, INSTALLATION),
  row('POST', '/api/admin/users/{id}/sign-out', 200, fixtures.user, INSTALLATION),
  row('POST', '/api/admin/users/{id}/invite-link', 200, fixtures.user, INSTALLATION),
  row('POST', '/api/admin/users/{id}/reset-link', 200, fixtures.user, INSTALLATION),
  row('GET', '/api/admin/roles', 200, fixtures.nothing, INSTALLATION),
  row('POST', '/api/admin/roles', 201, fixtures.newRole, INSTALLATION),
  row('PATCH', '/api/admin/roles/{key}', 200, fixtures.rolePatch, INSTALLATION),
  row('DELETE', '/api/admin/roles/{key}', 204, fixtures.roleToRemove, INSTALLATION),
];

export const PERMISSION_ROWS: readonly PermissionRow[] = [
  ...FLAG_ROWS,
  ...MEMBERSHIP_ROWS,
  ...SCHEDULE_ROWS,
  ...REQUEST_ROWS,
  ...PLAN_ROWS,
  ...CONFIGURATION_ROWS,
  ...PROJECT_ROWS,
  ...SUBJECT_ROWS,
  ...WEBHOOK_ROWS,
  ...TENANT_ROWS,
  ...CALENDAR_ROWS,
  ...INSTALLATION_ROWS,
];
