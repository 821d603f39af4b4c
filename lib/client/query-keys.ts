/** Keys of what pages read, widest part first: invalidating `flags(project)` also reaches every flag of it. */
export const queryKeys = {
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
  audit: (project: string, filter: object) => ['audit', project, filter] as const,
  environments: (project: string) => ['environments', project] as const,
  keys: (project: string) => ['keys', project] as const,
  users: () => ['users'] as const,
};
