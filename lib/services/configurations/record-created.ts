import { storeInstructions } from '@/lib/schemas/stored-change';
import type { Prisma } from '@/lib/db/generated/client';
import type { Scope } from '../context';
import { jsonOf } from '../json-of';
import type { EnvironmentRow, WriteContext } from '../transaction';

/** The parts of a change's row that say who made it, when and how. */
export function authorOf(tx: Pick<WriteContext<Scope>, 'actor' | 'via' | 'requestId' | 'now'>) {
  return { actorId: tx.actor.id, actorName: tx.actor.name, via: tx.via, requestId: tx.requestId, at: tx.now };
}

/** The change that makes version 1 of a new configuration or content: nothing that could be undone. */
export function creationChange(
  tx: WriteContext<Scope>,
  environment: EnvironmentRow,
  kind: 'config' | 'segment',
  subject: { id: string; key: string },
  comment?: string,
): Prisma.ChangeCreateManyInput {
  return {
    id: tx.newId(),
    environmentId: environment.id,
    kind,
    key: subject.key,
    subjectId: subject.id,
    version: 1,
    baseVersion: 0,
    number: environment.number + 1,
    instructions: jsonOf(storeInstructions([])),
    inverse: jsonOf(storeInstructions([])),
    footprint: [],
    comment,
    ...authorOf(tx),
  };
}
