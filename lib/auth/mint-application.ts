import { serviceError } from '@/lib/services/errors';
import type { ProjectScope, ServiceContext } from '@/lib/services/context';
import { createContext, type Dependencies, projectScope } from './context';

/**
 * The context of an application that reports by a client or server key: it may see and change subjects of the key's
 * own environment, and nothing else. A key that was revoked meanwhile is `unauthenticated`.
 */
export async function mintApplication(
  dependencies: Dependencies,
  keyId: string,
  requestId: string,
): Promise<{ ctx: ServiceContext<ProjectScope>; environment: string }> {
  const row = await dependencies.db.apiKey.findUnique({ where: { id: keyId }, include: { project: true } });
  const environmentId = row?.environmentId ?? null;
  if (!row?.project || environmentId === null || row.revokedAt !== null) throw serviceError('unauthenticated');
  const environment = await dependencies.db.environment.findUnique({ where: { id: environmentId } });
  if (!environment) throw serviceError('unauthenticated');
  const { id: projectId, key: projectKey } = row.project;
  const permissions = ['subject.view', 'subject.edit'] as const;
  const grant = { permissions: [...permissions], reachesProtected: true, projectId, environmentId };
  const actor = { kind: 'apiKey', id: row.id, name: row.name, grants: [grant] } as const;
  const ctx = createContext(dependencies, { actor, via: 'api' }, projectScope(projectId, projectKey), requestId);
  return { ctx, environment: environment.key };
}
