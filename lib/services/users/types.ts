/** One role a user holds: everywhere, in a project, or in one environment of it (keys). */
export interface AssignmentView {
  role: string;
  project: string | null;
  environment: string | null;
}
export interface UserView {
  id: string;
  email: string;
  name: string;
  disabled: boolean;
  /** Whether a password was set: false until an invitation is accepted. */
  active: boolean;
  assignments: AssignmentView[];
  version: number;
  createdAt: string;
  lastSeenAt: string | null;
}
/** The answer of a creation without a password. The link works once and is shown once. */
export interface CreatedUserView extends UserView {
  inviteUrl?: string;
}
