import { allows } from '@/lib/permissions/allows';
import type { Permission } from '@/lib/permissions/table';
import type { ProjectScope, ServiceContext } from '../context';
import { serviceError } from '../errors';
import type { EnvironmentRow, TransactionClient } from '../transaction-client';
import type { WriteContext } from '../transaction';
import { countedAs } from './standing';
import type { RequestRow } from './row';

/** A project's change request by its id or its number, or `not_found`. */
export async function findRequest(db: TransactionClient, projectId: string, id: string): Promise<RequestRow> {
  const isNumber = /^[1-9]\d{0,8}$/.test(id);
  const row = await db.changeRequest.findFirst({
    where: { projectId, ...(isNumber ? { OR: [{ id }, { number: Number(id) }] } : { id }) },
    include: { events: true },
  });
  if (!row) throw serviceError('not_found');
  return row;
}

/** The same, locked: what is decided of it is decided one after the other. */
export async function lockRequest(db: TransactionClient, projectId: string, id: string): Promise<RequestRow> {
  const found = await findRequest(db, projectId, id);
  await db.$queryRaw`SELECT id FROM change_request WHERE id = ${found.id} AND project_id = ${projectId} FOR UPDATE`;
  return findRequest(db, projectId, found.id);
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
  return allows(actor.grants, permission, scope.projectId, await reachedBy(db, row));
}

/** Whether the actor asked for it, themselves or by a key of theirs. */
export async function isAuthor(
  { actor }: Pick<ServiceContext, 'actor'>,
  db: TransactionClient,
  { authorKind: kind, authorId: id }: RequestRow,
): Promise<boolean> {
  if (actor.kind === kind && actor.id === id) return true;
  return (await countedAs(db, actor)) === (await countedAs(db, { kind, id }));
}

/** Whether it still waits. */
export const isOpen = ({ status }: Pick<RequestRow, 'status'>): boolean => status === 'open' || status === 'scheduled';

export function assertOpen(row: RequestRow): void {
  if (!isOpen(row)) throw serviceError('refused', 'request_closed');
}

/** Adds a line to what happened to a request. */
export async function noteEvent(tx: WriteContext, row: RequestRow, kind: string, body = ''): Promise<void> {
  const { actor, now } = tx;
  await tx.db.changeRequestEvent.create({
    data: {
      id: tx.newId(),
      requestId: row.id,
      at: now,
      kind,
      revision: row.revision,
      actorId: actor.id,
      actorName: actor.name,
      body,
    },
  });
}
