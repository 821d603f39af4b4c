import { foldKey } from '@/lib/schemas/key';
import { serviceError, type ServiceErrorShape } from '../errors';
import type { TransactionClient } from '../transaction';
import { type HeldRole, roleDefinitions } from './grants';

/** A role as callers name it: everywhere, in a project, or in one of its environments. */
export interface AskedRole {
  role: string;
  project?: string | undefined;
  environment?: string | undefined;
}
type Reader = Pick<TransactionClient, 'role' | 'project' | 'environment'>;

const absent = (code: string): Error & ServiceErrorShape => serviceError('refused', code);

async function place(db: Reader, { role, project, environment }: AskedRole): Promise<HeldRole> {
  if (project === undefined) {
    if (environment !== undefined) throw absent('project_needed');
    return { role, projectId: null, environmentId: null };
  }
  const found = await db.project.findUnique({ where: { keyFolded: foldKey(project) }, select: { id: true } });
  if (!found) throw absent('unknown_project');
  if (environment === undefined) return { role, projectId: found.id, environmentId: null };
  const projectId_keyFolded = { projectId: found.id, keyFolded: foldKey(environment) };
  const inside = await db.environment.findUnique({ where: { projectId_keyFolded }, select: { id: true } });
  if (!inside) throw absent('unknown_environment');
  return { role, projectId: found.id, environmentId: inside.id };
}

/** Finds what roles name. Throws 422 for a role, project or environment that is not there. */
export async function resolveAssignments(db: Reader, asked: readonly AskedRole[]): Promise<HeldRole[]> {
  const definitions = await roleDefinitions(
    db,
    asked.map(({ role }) => role),
  );
  const held: HeldRole[] = [];
  for (const each of asked) {
    if (!definitions.has(each.role)) throw absent('unknown_role');
    held.push(await place(db, each));
  }
  return held;
}
