import { randomBytes } from 'node:crypto';
import type {
  Actor,
  InstallationScope,
  ProjectScope,
  Scope,
  ServiceContext,
  TenantScope,
  Via,
} from '@/lib/services/context';
import { newId } from './new-id';

/** What contexts are made of, besides who asks: the process's own things, the time it is, and the site's address. */
export type Dependencies = Pick<
  ServiceContext,
  'db' | 'secrets' | 'now' | 'committed' | 'probe' | 'site' | 'mayMoveClock' | 'outbound' | 'jobs'
>;

/** Who asks, and by which way in. */
export interface Identity {
  actor: Actor;
  via: Via;
}

/** Only this file makes scopes: whoever holds one was let in. */
export const installationScope = (): InstallationScope => ({ kind: 'installation' }) as InstallationScope;
export const projectScope = (projectId: string, projectKey: string): ProjectScope =>
  ({ kind: 'project', projectId, projectKey }) as ProjectScope;

export const tenantScope = (project: { id: string; key: string }, tenant: { id: string; key: string }): TenantScope =>
  ({
    kind: 'tenant',
    projectId: project.id,
    projectKey: project.key,
    tenantId: tenant.id,
    tenantKey: tenant.key,
  }) as TenantScope;

export function createContext<S extends Scope>(
  dependencies: Dependencies,
  { actor, via }: Identity,
  scope: S,
  requestId: string,
): ServiceContext<S> {
  const at = dependencies.now.getTime();
  return {
    ...dependencies,
    scope,
    actor,
    via,
    requestId,
    newId: () => newId(at, randomBytes(10)),
    randomText: (bytes) => randomBytes(bytes).toString('base64url'),
  };
}
