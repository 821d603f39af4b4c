import { allows } from '@/lib/permissions/allows';
import type { Permission } from '@/lib/permissions/table';
import type { ProjectScope, ServiceContext } from '../context';
import { serviceError } from '../errors';
import type { EnvironmentRow, TransactionClient } from '../transaction-client';
import type { RequestRow } from './view';

/** A project's change request, or `not_found`. */
export async function findRequest(db: TransactionClient, projectId: string, id: string): Promise<RequestRow> {
  const row = await db.changeRequest.findFirst({ where: { id, projectId }, include: { events: true } });
  if (!row) throw serviceError('not_found');
  return row;
}

/** The same, locked: what is decided of it is decided one after the other. */
export async function lockRequest(db: TransactionClient, projectId: string, id: string): Promise<RequestRow> {
  await db.$queryRaw`SELECT id FROM change_request WHERE id = ${id} AND project_id = ${projectId} FOR UPDATE`;
  return findRequest(db, projectId, id);
}

/** The environments a request reaches, as they are now. */
export const reachedBy = (db: TransactionClient, { projectId, environments }: RequestRow): Promise<EnvironmentRow[]> =>
  db.environment.findMany({ where: { projectId, key: { in: environments } }, orderBy: { key: 'asc' } });

/** Whether the actor holds a permission in each environment of a request. */
export async function holdsIn(
  { actor, scope }: Pick<ServiceContext<ProjectScope>, 'actor' | 'scope'>,
  db: TransactionClient,
  row: RequestRow,
  permission: Permission,
): Promise<boolean> {
  const reached = await reachedBy(db, row);
  const isWide = allows(actor.grants, permission, scope.projectId, []);
  return (
    isWide ||
    (reached.length > 0 &&
      reached.every(({ id }) =>
        actor.grants.some(
          (grant) =>
            (grant.projectId === null || grant.projectId === scope.projectId) &&
            (grant.environmentId === null || grant.environmentId === id) &&
            grant.permissions.includes(permission),
        ),
      ))
  );
}

export const isAuthor = ({ actor }: Pick<ServiceContext, 'actor'>, row: RequestRow): boolean =>
  row.authorKind === actor.kind && row.authorId === actor.id;
