import type { Scope } from '../context';
import { INSTALLATION_CHAIN } from './chain';

/** The chain of a scope: one for each project, one for users, roles and projects. */
export const chainOf = (scope: Scope): string => (scope.kind === 'project' ? scope.projectId : INSTALLATION_CHAIN);
