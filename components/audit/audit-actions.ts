/** What an entry of a project may say was done; each has its words in the catalogue `audit`. */
const PROJECT_ACTIONS = [
  'flag.create',
  'flag.update',
  'flag.archive',
  'flag.restore',
  'flag.delete',
  'flag.declare',
  'flag.withdraw',
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
  'onboarding.update',
  'subject.move',
  'environment.create',
  'environment.update',
  'environment.delete',
  'project.create',
  'project.update',
  'key.create',
  'key.revoke',
] as const;

/** The same of the installation: users, roles, and what became of projects. */
const INSTALLATION_ACTIONS = [
  'user.create',
  'user.update',
  'user.setRole',
  'user.disable',
  'user.enable',
  'user.inviteLink',
  'user.resetLink',
  'user.acceptLink',
  'user.changePassword',
  'user.updateOwn',
  'user.signOutEverywhere',
  'user.setUp',
  'user.makeAdmin',
  'user.signUp',
  'user.delete',
  'role.create',
  'role.update',
  'role.delete',
  'project.delete',
  'key.setAdminToken',
  'clock.set',
] as const;

export const AUDIT_ACTIONS = { project: PROJECT_ACTIONS, installation: INSTALLATION_ACTIONS } as const;

/** Message ids cannot hold dots: `flag.create` → `flag_create`. */
export const actionMessage = (action: string): string => action.replaceAll('.', '_');
