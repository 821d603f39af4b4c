import { isMember } from '@/lib/permissions/allows';
import { foldKey } from '@/lib/schemas/key';
import type { Actor } from '../context';
import { serviceError } from '../errors';
import type { TransactionClient } from '../transaction';
import type { ProjectRow } from './view';

/** A project by its exact key; one that the actor does not belong to is `not_found` like one that is not there. */
export async function findProject(db: TransactionClient, actor: Actor, key: string): Promise<ProjectRow> {
  const row = await db.project.findUnique({ where: { keyFolded: foldKey(key) } });
  if (row?.key !== key || !isMember(actor.grants, row.id)) throw serviceError('not_found');
  return row;
}
