import type { Scope } from '../context';
import { projectIdOf } from '../scopes';
import { INSTALLATION_CHAIN } from './chain';

/** The chain of a scope: one for each project, one for users, roles and projects. */
export const chainOf = (scope: Scope): string => projectIdOf(scope) ?? INSTALLATION_CHAIN;
