/** A role: a set of permissions. Built-in ones have no version and cannot be changed. */
export interface RoleView {
  key: string;
  name: string;
  permissions: string[];
  /** Whether its edits may reach protected environments. */
  reachesProtected: boolean;
  builtIn: boolean;
  version?: number;
}
