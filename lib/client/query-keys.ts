/** Keys of what pages read, widest part first: invalidating `flags(project)` also reaches every flag of it. */
export const queryKeys = {
  jobs: () => ['jobs'] as const,
  calendar: (project: string, asked: object) => ['calendar', project, asked] as const,
  flags: (project: string) => ['flags', project] as const,
  flagLists: (project: string) => ['flags', project, 'list'] as const,
  flagList: (project: string, filter: object) => ['flags', project, 'list', filter] as const,
  flag: (project: string, flag: string) => ['flags', project, 'one', flag] as const,
  configuration: (project: string, flag: string, environment: string) =>
    ['flags', project, 'one', flag, 'configuration', environment] as const,
  revisions: (project: string, flag: string, environment: string) =>
    ['flags', project, 'one', flag, 'revisions', environment] as const,
  analytics: (project: string, flag: string, filter: object) =>
    ['flags', project, 'one', flag, 'analytics', filter] as const,
  segments: (project: string) => ['segments', project] as const,
  segment: (project: string, segment: string, environment: string) =>
    ['segments', project, segment, environment] as const,
  members: (project: string, segment: string, environment: string, q: string) =>
    ['segments', project, segment, environment, 'members', q] as const,
  tenants: (project: string) => ['tenants', project] as const,
  /** Everything that an override changes. */
  overrides: (project: string) => ['overrides', project] as const,
  tenantFlags: (project: string, tenant: string, environment: string) =>
    ['overrides', project, 'flags', tenant, environment] as const,
  systemFlags: (project: string, environment: string) => ['overrides', project, 'system', environment] as const,
  overrideGrid: (project: string, environment: string) => ['overrides', project, 'grid', environment] as const,
  tenantsByOverrides: (project: string) => ['overrides', project, 'tenants'] as const,
  overridesOfFlag: (project: string, flag: string, environment: string) =>
    ['overrides', project, 'flag', flag, environment] as const,
  tenantAudit: (project: string, tenant: string) => ['overrides', project, 'audit', tenant] as const,
  /** Everything about the subjects of an environment. */
  subjects: (project: string, environment: string) => ['subjects', project, environment] as const,
  subjectList: (project: string, environment: string, filter: object) =>
    ['subjects', project, environment, 'list', filter] as const,
  subjectFlags: (project: string, environment: string, subject: string) =>
    ['subjects', project, environment, 'one', subject, 'flags'] as const,
  subjectMemberships: (project: string, environment: string, subject: string) =>
    ['subjects', project, environment, 'one', subject, 'memberships'] as const,
  /** Every membership of the project, of subjects and tenants. */
  memberships: (project: string) => ['memberships', project] as const,
  flagMemberships: (project: string, flag: string, environment: string) =>
    ['flags', project, 'one', flag, 'memberships', environment] as const,
  funnel: (project: string, environment: string, days: number) =>
    ['subjects', project, environment, 'funnel', days] as const,
  onboarding: (project: string) => ['onboarding', project] as const,
  attributes: (project: string) => ['attributes', project] as const,
  plans: (project: string) => ['plans', project] as const,
  planList: (project: string, filter: object) => ['plans', project, 'list', filter] as const,
  plan: (project: string, id: string) => ['plans', project, 'one', id] as const,
  /** Without a name, the newest value of each. */
  signal: (project: string, environment: string, name: string | null) =>
    ['signals', project, environment, name] as const,
  /** Lists of them, and single ones. */
  requests: (project: string) => ['requests', project] as const,
  /** Lists of them, single ones and their runs. */
  schedules: (project: string) => ['schedules', project] as const,
  audit: (project: string, filter: object) => ['audit', project, filter] as const,
  environments: (project: string) => ['environments', project] as const,
  deliveries: (project: string, webhook: string) => ['deliveries', project, webhook] as const,
  keys: (project: string) => ['keys', project] as const,
  users: () => ['users'] as const,
};
