import type { DescribedRoute } from '@/lib/http/openapi/build-document';
import * as audit from './admin/audit/route';
import * as auditVerify from './admin/audit/verify/route';
import * as clock from './admin/clock/route';
import * as jobRun from './admin/jobs/[job]/run/route';
import * as jobs from './admin/jobs/route';
import * as me from './admin/me/route';
import * as projectAudit from './admin/projects/[project]/audit/route';
import * as projectAuditVerify from './admin/projects/[project]/audit/verify/route';
import * as attribute from './admin/projects/[project]/attributes/[name]/route';
import * as attributes from './admin/projects/[project]/attributes/route';
import * as calendarFeed from './admin/projects/[project]/calendar/feed/route';
import * as calendar from './admin/projects/[project]/calendar/route';
import * as plan from './admin/projects/[project]/plans/[id]/route';
import * as planAdvance from './admin/projects/[project]/plans/[id]/advance/route';
import * as planPause from './admin/projects/[project]/plans/[id]/pause/route';
import * as planResume from './admin/projects/[project]/plans/[id]/resume/route';
import * as planRollback from './admin/projects/[project]/plans/[id]/rollback/route';
import * as planStart from './admin/projects/[project]/plans/[id]/start/route';
import * as planPreview from './admin/projects/[project]/plans/preview/route';
import * as plans from './admin/projects/[project]/plans/route';
import * as signals from './admin/projects/[project]/signals/route';
import * as environment from './admin/projects/[project]/environments/[env]/route';
import * as environmentSecret from './admin/projects/[project]/environments/[env]/signing-secret/route';
import * as environments from './admin/projects/[project]/environments/route';
import * as flagAnalytics from './admin/projects/[project]/flags/[key]/analytics/route';
import * as flagArchive from './admin/projects/[project]/flags/[key]/archive/route';
import * as flagCompare from './admin/projects/[project]/flags/[key]/compare/route';
import * as configurationChanges from './admin/projects/[project]/flags/[key]/environments/[env]/changes/route';
import * as configurationDisable from './admin/projects/[project]/flags/[key]/environments/[env]/disable/route';
import * as configurationEnable from './admin/projects/[project]/flags/[key]/environments/[env]/enable/route';
import * as configurationExplain from './admin/projects/[project]/flags/[key]/environments/[env]/explain/route';
import * as configurationFollowDefault from './admin/projects/[project]/flags/[key]/environments/[env]/follow-default/route';
import * as configurationKill from './admin/projects/[project]/flags/[key]/environments/[env]/kill/route';
import * as configurationRevert from './admin/projects/[project]/flags/[key]/environments/[env]/revert/route';
import * as configurationRevision from './admin/projects/[project]/flags/[key]/environments/[env]/revisions/[version]/route';
import * as configurationRevisions from './admin/projects/[project]/flags/[key]/environments/[env]/revisions/route';
import * as configurationRevive from './admin/projects/[project]/flags/[key]/environments/[env]/revive/route';
import * as configuration from './admin/projects/[project]/flags/[key]/environments/[env]/route';
import * as configurationRule from './admin/projects/[project]/flags/[key]/environments/[env]/rules/[id]/route';
import * as configurationRules from './admin/projects/[project]/flags/[key]/environments/[env]/rules/route';
import * as configurationUndo from './admin/projects/[project]/flags/[key]/environments/[env]/undo/route';
import * as flagRestore from './admin/projects/[project]/flags/[key]/restore/route';
import * as flag from './admin/projects/[project]/flags/[key]/route';
import * as membership from './admin/projects/[project]/flags/[key]/memberships/[id]/route';
import * as memberships from './admin/projects/[project]/flags/[key]/memberships/route';
import * as flagMembers from './admin/projects/[project]/flags/[key]/members/route';
import * as membershipSync from './admin/projects/[project]/flags/[key]/memberships/[id]/sync/route';
import * as projectMemberships from './admin/projects/[project]/memberships/route';
import * as membershipCounts from './admin/projects/[project]/memberships/counts/route';
import * as membershipImport from './admin/projects/[project]/memberships/import/route';
import * as membershipsSync from './admin/projects/[project]/memberships/sync/route';
import * as flagUsage from './admin/projects/[project]/flags/[key]/usage/route';
import * as flags from './admin/projects/[project]/flags/route';
import * as key from './admin/projects/[project]/keys/[id]/route';
import * as keys from './admin/projects/[project]/keys/route';
import * as onboardingFunnel from './admin/projects/[project]/onboarding/funnel/route';
import * as onboarding from './admin/projects/[project]/onboarding/route';
import * as overridesBulk from './admin/projects/[project]/overrides/bulk/route';
import * as overridesGrid from './admin/projects/[project]/overrides/grid/route';
import * as overrides from './admin/projects/[project]/overrides/route';
import * as registry from './admin/projects/[project]/registry/route';
import * as schedule from './admin/projects/[project]/schedules/[id]/route';
import * as scheduleRun from './admin/projects/[project]/schedules/[id]/run/route';
import * as scheduleRuns from './admin/projects/[project]/schedules/[id]/runs/route';
import * as schedules from './admin/projects/[project]/schedules/route';
import * as project from './admin/projects/[project]/route';
import * as requestApply from './admin/projects/[project]/change-requests/[id]/apply/route';
import * as requestApprove from './admin/projects/[project]/change-requests/[id]/approve/route';
import * as requestCancel from './admin/projects/[project]/change-requests/[id]/cancel/route';
import * as requestComment from './admin/projects/[project]/change-requests/[id]/comment/route';
import * as requestRebase from './admin/projects/[project]/change-requests/[id]/rebase/route';
import * as requestReject from './admin/projects/[project]/change-requests/[id]/reject/route';
import * as requestChanges from './admin/projects/[project]/change-requests/[id]/request-changes/route';
import * as requestRevert from './admin/projects/[project]/change-requests/[id]/revert/route';
import * as request from './admin/projects/[project]/change-requests/[id]/route';
import * as requests from './admin/projects/[project]/change-requests/route';
import * as segmentMembers from './admin/projects/[project]/segments/[key]/members/route';
import * as segment from './admin/projects/[project]/segments/[key]/route';
import * as segmentUsage from './admin/projects/[project]/segments/[key]/usage/route';
import * as segments from './admin/projects/[project]/segments/route';
import * as subjectFlags from './admin/projects/[project]/subjects/[targetingKey]/flags/route';
import * as subjectMemberships from './admin/projects/[project]/subjects/[targetingKey]/memberships/route';
import * as subject from './admin/projects/[project]/subjects/[targetingKey]/route';
import * as subjects from './admin/projects/[project]/subjects/route';
import * as systemFlags from './admin/projects/[project]/system/flags/route';
import * as tenantAdmin from './admin/projects/[project]/tenants/[tenant]/admins/[id]/route';
import * as tenantAdmins from './admin/projects/[project]/tenants/[tenant]/admins/route';
import * as tenantAudit from './admin/projects/[project]/tenants/[tenant]/audit/route';
import * as tenantFlag from './admin/projects/[project]/tenants/[tenant]/flags/[key]/route';
import * as tenantFlags from './admin/projects/[project]/tenants/[tenant]/flags/route';
import * as tenantHome from './admin/projects/[project]/tenants/[tenant]/home/route';
import * as tenantRoles from './admin/projects/[project]/tenants/[tenant]/roles/route';
import * as tenant from './admin/projects/[project]/tenants/[tenant]/route';
import * as tenants from './admin/projects/[project]/tenants/route';
import * as webhookRedeliver from './admin/projects/[project]/webhooks/[id]/deliveries/[delivery]/redeliver/route';
import * as webhookDeliveries from './admin/projects/[project]/webhooks/[id]/deliveries/route';
import * as webhookRotate from './admin/projects/[project]/webhooks/[id]/rotate-secret/route';
import * as webhook from './admin/projects/[project]/webhooks/[id]/route';
import * as webhookTest from './admin/projects/[project]/webhooks/[id]/test/route';
import * as webhooks from './admin/projects/[project]/webhooks/route';
import * as projects from './admin/projects/route';
import * as role from './admin/roles/[key]/route';
import * as roles from './admin/roles/route';
import * as userDisable from './admin/users/[id]/disable/route';
import * as userEnable from './admin/users/[id]/enable/route';
import * as userInviteLink from './admin/users/[id]/invite-link/route';
import * as userResetLink from './admin/users/[id]/reset-link/route';
import * as userRole from './admin/users/[id]/role/route';
import * as user from './admin/users/[id]/route';
import * as userSignOut from './admin/users/[id]/sign-out/route';
import * as users from './admin/users/route';

/** Every route of the admin API: what the documentation is made of. A test compares it with the files. */
export const ROUTES: readonly DescribedRoute[] = [
  audit,
  auditVerify,
  clock,
  jobRun,
  jobs,
  me,
  projectAudit,
  projectAuditVerify,
  attribute,
  attributes,
  calendar,
  calendarFeed,
  plans,
  plan,
  planAdvance,
  planPause,
  planResume,
  planRollback,
  planStart,
  planPreview,
  signals,
  environment,
  environmentSecret,
  environments,
  flagAnalytics,
  flagArchive,
  flagCompare,
  configurationChanges,
  configurationDisable,
  configurationEnable,
  configurationExplain,
  configurationFollowDefault,
  configurationKill,
  configurationRevert,
  configurationRevision,
  configurationRevisions,
  configurationRevive,
  configuration,
  configurationRule,
  configurationRules,
  configurationUndo,
  flagRestore,
  flag,
  flagUsage,
  memberships,
  membership,
  flagMembers,
  membershipSync,
  projectMemberships,
  membershipCounts,
  membershipImport,
  membershipsSync,
  flags,
  key,
  keys,
  onboardingFunnel,
  onboarding,
  overridesBulk,
  overridesGrid,
  overrides,
  registry,
  schedules,
  schedule,
  scheduleRun,
  scheduleRuns,
  project,
  segmentMembers,
  segment,
  segmentUsage,
  segments,
  requests,
  request,
  requestApprove,
  requestReject,
  requestChanges,
  requestComment,
  requestCancel,
  requestApply,
  requestRebase,
  requestRevert,
  subjectFlags,
  subjectMemberships,
  subject,
  subjects,
  systemFlags,
  tenantAdmin,
  tenantAdmins,
  tenantAudit,
  tenantFlag,
  tenantFlags,
  tenantHome,
  tenantRoles,
  tenant,
  tenants,
  webhookRedeliver,
  webhookDeliveries,
  webhookRotate,
  webhook,
  webhookTest,
  webhooks,
  projects,
  role,
  roles,
  userDisable,
  userEnable,
  userInviteLink,
  userResetLink,
  userRole,
  user,
  userSignOut,
  users,
];
