import type { InstallationScope, Scope } from './context';

/** The project that a scope lies in; null for the installation's. */
export function projectIdOf(scope: Exclude<Scope, InstallationScope>): string;
export function projectIdOf(scope: Scope): string | null;
export function projectIdOf(scope: Scope): string | null {
  return scope.kind === 'installation' ? null : scope.projectId;
}
