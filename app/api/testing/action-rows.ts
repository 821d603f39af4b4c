/** The route whose line of expectations holds for a server action too: both are made of one verb. */
interface ActionRow {
  file: string;
  row: string;
}
const P = '/api/admin/projects/{project}';
const CONFIG = `${P}/flags/{key}/environments/{env}`;
const TENANT = `${P}/tenants/{tenant}`;
const REQUEST = `${P}/change-requests`;
const USER = '/api/admin/users/{id}';
const at = (file: string, rows: Record<string, string>): Record<string, ActionRow> =>
  Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, { file: `lib/actions/${file}.ts`, row }]));

export const ACTION_ROWS: Readonly<Record<string, ActionRow>> = {
  ...at('flags', {
    createFlag: `POST ${P}/flags`,
    updateFlag: `PATCH ${P}/flags/{key}`,
    archiveFlag: `POST ${P}/flags/{key}/archive`,
    restoreFlag: `POST ${P}/flags/{key}/restore`,
    removeFlag: `DELETE ${P}/flags/{key}`,
  }),
  ...at('configurations', {
    changeConfiguration: `POST ${CONFIG}/changes`,
    enableFlag: `POST ${CONFIG}/enable`,
    disableFlag: `POST ${CONFIG}/disable`,
    followDefault: `POST ${CONFIG}/follow-default`,
    killFlag: `POST ${CONFIG}/kill`,
    reviveFlag: `POST ${CONFIG}/revive`,
    undoChange: `POST ${CONFIG}/undo`,
    revertConfiguration: `POST ${CONFIG}/revert`,
  }),
  ...at('environments', {
    createEnvironment: `POST ${P}/environments`,
    updateEnvironment: `PATCH ${P}/environments/{env}`,
    removeEnvironment: `DELETE ${P}/environments/{env}`,
    renewSigningSecret: `POST ${P}/environments/{env}/signing-secret`,
  }),
  ...at('segments', {
    createSegment: `POST ${P}/segments`,
    updateSegmentContent: `PUT ${P}/segments/{key}`,
    removeSegment: `DELETE ${P}/segments/{key}`,
    addSegmentMembers: `POST ${P}/segments/{key}/members`,
    removeSegmentMembers: `DELETE ${P}/segments/{key}/members`,
  }),
  ...at('change-requests', {
    createChangeRequest: `POST ${REQUEST}`,
    approveRequest: `POST ${REQUEST}/{id}/approve`,
    rejectRequest: `POST ${REQUEST}/{id}/reject`,
    requestChanges: `POST ${REQUEST}/{id}/request-changes`,
    commentOnRequest: `POST ${REQUEST}/{id}/comment`,
    cancelRequest: `POST ${REQUEST}/{id}/cancel`,
    applyRequest: `POST ${REQUEST}/{id}/apply`,
    rebaseRequest: `POST ${REQUEST}/{id}/rebase`,
    revertRequest: `POST ${REQUEST}/{id}/revert`,
  }),
  ...at('subjects', {
    createSubject: `POST ${P}/subjects`,
    updateSubject: `PATCH ${P}/subjects/{targetingKey}`,
    eraseSubject: `DELETE ${P}/subjects/{targetingKey}`,
  }),
  ...at('schedules', {
    createSchedule: `POST ${P}/schedules`,
    updateSchedule: `PATCH ${P}/schedules/{id}`,
    cancelSchedule: `DELETE ${P}/schedules/{id}`,
    runSchedule: `POST ${P}/schedules/{id}/run`,
  }),
  ...at('memberships', {
    createMembership: `POST ${P}/flags/{key}/memberships`,
    addMemberships: `POST ${P}/memberships/import`,
    syncMemberships: `POST ${P}/memberships/sync`,
    updateMembership: `PATCH ${P}/flags/{key}/memberships/{id}`,
    removeMembership: `DELETE ${P}/flags/{key}/memberships/{id}`,
  }),
  ...at('attributes', {
    putAttribute: `PUT ${P}/attributes/{name}`,
    removeAttribute: `DELETE ${P}/attributes/{name}`,
  }),
  ...at('onboarding', { updateOnboarding: `PUT ${P}/onboarding` }),
  ...at('tenants', {
    createTenant: `POST ${P}/tenants`,
    updateTenant: `PATCH ${TENANT}`,
    removeTenant: `DELETE ${TENANT}`,
    inviteTenantAdmin: `POST ${TENANT}/admins`,
    removeTenantAdmin: `DELETE ${TENANT}/admins/{id}`,
    setTenantRoles: `PUT ${TENANT}/roles`,
  }),
  ...at('overrides', {
    setOverride: `PUT ${TENANT}/flags/{key}`,
    clearOverride: `DELETE ${TENANT}/flags/{key}`,
    setManyOverrides: `POST ${P}/overrides/bulk`,
  }),
  ...at('webhooks', {
    createWebhook: `POST ${P}/webhooks`,
    updateWebhook: `PATCH ${P}/webhooks/{id}`,
    removeWebhook: `DELETE ${P}/webhooks/{id}`,
    testWebhook: `POST ${P}/webhooks/{id}/test`,
    rotateWebhookSecret: `POST ${P}/webhooks/{id}/rotate-secret`,
    redeliverEvent: `POST ${P}/webhooks/{id}/deliveries/{delivery}/redeliver`,
  }),
  ...at('plans', {
    createPlan: `POST ${P}/plans`,
    updatePlan: `PATCH ${P}/plans/{id}`,
    removePlan: `DELETE ${P}/plans/{id}`,
    startPlan: `POST ${P}/plans/{id}/start`,
    pausePlan: `POST ${P}/plans/{id}/pause`,
    resumePlan: `POST ${P}/plans/{id}/resume`,
    advancePlan: `POST ${P}/plans/{id}/advance`,
    rollbackPlan: `POST ${P}/plans/{id}/rollback`,
  }),
  ...at('calendar', {
    shareCalendar: `POST ${P}/calendar/feed`,
    unshareCalendar: `DELETE ${P}/calendar/feed`,
  }),
  ...at('keys', { createApiKey: `POST ${P}/keys`, revokeApiKey: `DELETE ${P}/keys/{id}` }),
  ...at('projects', {
    createProject: 'POST /api/admin/projects',
    updateProject: `PATCH ${P}`,
    removeProject: `DELETE ${P}`,
  }),
  ...at('roles', {
    createRole: 'POST /api/admin/roles',
    updateRole: 'PATCH /api/admin/roles/{key}',
    removeRole: 'DELETE /api/admin/roles/{key}',
  }),
  ...at('users', {
    createUser: 'POST /api/admin/users',
    setUserRole: `PUT ${USER}/role`,
    disableUser: `POST ${USER}/disable`,
    enableUser: `POST ${USER}/enable`,
    inviteLink: `POST ${USER}/invite-link`,
    resetLink: `POST ${USER}/reset-link`,
    signUserOut: `POST ${USER}/sign-out`,
    removeUser: `DELETE ${USER}`,
  }),
};

interface OtherAction {
  file: string;
  why: string;
  /** Touches nothing but the browser it is called from. */
  isOwn?: boolean;
}

/** Actions that are no verb of a route. */
export const OTHER_ACTIONS: Readonly<Record<string, OtherAction>> = {
  setUp: { file: 'lib/actions/access.ts', why: 'the first administrator, once' },
  acceptLink: { file: 'lib/actions/access.ts', why: 'whoever holds the link' },
  signUp: { file: 'lib/actions/access.ts', why: 'where the installation allows it' },
  changePassword: { file: 'lib/actions/account.ts', why: 'one’s own account' },
  signOutEverywhere: { file: 'lib/actions/account.ts', why: 'one’s own account' },
  updateProfile: { file: 'lib/actions/account.ts', why: 'one’s own account' },
  signOut: { file: 'lib/actions/sign-out.ts', why: 'one’s own browser' },
  setLocale: { file: 'components/frame/set-locale.ts', why: 'a cookie of one’s own browser', isOwn: true },
};
