import { allows, type Grant, type ReachedEnvironment } from './allows';

/** What somebody may do in one environment; pages disable what they may not, the server refuses it anyway. */
export interface EnvironmentAbilities {
  edit: boolean;
  /** Ask others for an edit: whoever may edit in some environment may, in any. */
  request: boolean;
  kill: boolean;
  /** Approve what others ask for. */
  approve: boolean;
  /** Write without the approvals it wants. */
  bypass: boolean;
  editSegments: boolean;
  editOverrides: boolean;
  editMemberships: boolean;
  editPlans: boolean;
  editSubjects: boolean;
  renewSecret: boolean;
}

/** What somebody may do in a project, as plain data for pages. */
export interface Abilities {
  viewFlags: boolean;
  viewAudit: boolean;
  viewSubjects: boolean;
  /** In at least one environment, or of a flag that is off everywhere. */
  editFlags: boolean;
  deleteFlags: boolean;
  manageKeys: boolean;
  manageUsers: boolean;
  manageSettings: boolean;
  /** What belongs to no project, such as clock work. */
  manageInstallation: boolean;
  /** By environment key. */
  environments: Record<string, EnvironmentAbilities>;
}

/** Works out a person's abilities from their grants. Users belong to the installation, so they are asked for there. */
export function abilitiesOf(
  grants: readonly Grant[],
  projectId: string,
  environments: readonly (ReachedEnvironment & { key: string })[],
): Abilities {
  const may = (...[permission, reached]: [Parameters<typeof allows>[1], ReachedEnvironment[]?]): boolean =>
    allows(grants, permission, projectId, reached ?? []);
  return {
    viewFlags: may('flag.view'),
    viewAudit: may('audit.view'),
    viewSubjects: may('subject.view'),
    editFlags: may('flag.edit'),
    deleteFlags: may('flag.delete'),
    manageKeys: may('key.manage'),
    manageUsers: allows(grants, 'user.manage', null),
    manageSettings: may('settings.manage'),
    manageInstallation: allows(grants, 'settings.manage', null),
    environments: Object.fromEntries(
      environments.map((environment) => [
        environment.key,
        {
          edit: may('config.edit', [environment]),
          request: may('config.edit'),
          kill: may('config.kill', [environment]),
          approve: may('approval.give', [environment]),
          bypass: may('approval.bypass', [environment]),
          editSegments: may('segment.edit', [environment]),
          editOverrides: may('override.edit', [environment]),
          editMemberships: may('membership.edit', [environment]),
          editPlans: may('plan.edit', [environment]),
          editSubjects: may('subject.edit', [environment]),
          renewSecret: may('key.manage', [environment]),
        },
      ]),
    ),
  };
}
