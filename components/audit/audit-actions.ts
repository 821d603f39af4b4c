/** What an audit entry may say was done; each has its words in the catalogue `audit`. */
export const AUDIT_ACTIONS = [
  'flag.create',
  'flag.update',
  'flag.archive',
  'flag.restore',
  'flag.delete',
  'config.change',
  'config.enable',
  'config.disable',
  'config.followDefault',
  'config.kill',
  'config.revive',
  'config.revert',
  'config.undo',
  'segment.create',
  'segment.update',
  'segment.addMembers',
  'segment.removeMembers',
  'segment.delete',
  'environment.create',
  'environment.update',
  'environment.delete',
  'project.create',
  'project.update',
  'project.delete',
  'key.create',
  'key.revoke',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Message ids cannot hold dots: `flag.create` → `flag_create`. */
export const actionMessage = (action: string): string => action.replaceAll('.', '_');
