import { z } from 'zod';
import { describe } from '@/lib/changes/describe';
import type { Prisma } from '@/lib/db/generated/client';
import type { Configuration } from '@/lib/engine/types';
import { paginationShape } from '@/lib/schemas/pagination';
import { parseStoredInstructions } from '@/lib/schemas/stored-change';
import { cutPage, decodeCursor, numberPosition } from '../cursor';
import { defineRead } from '../define-verb';
import { readItem } from '../items/read';
import type { Page } from '../page';
import type { TransactionClient } from '../transaction';
import { findSubject, type FoundSubject } from './find-subject';
import { placeShape } from './place';
import type { RevisionView } from './types';

type ChangeRow = Prisma.ChangeGetPayload<object>;

/** What each change was applied to, by the number at which that came into force. */
async function configurationsAt(
  db: TransactionClient,
  { row, environment }: FoundSubject,
  numbers: number[],
): Promise<Map<number, Configuration>> {
  const rows = await db.item.findMany({
    where: { environmentId: environment.id, kind: 'config', key: row.key, toNumber: { in: numbers } },
    select: { kind: true, key: true, body: true, toNumber: true },
  });
  const found = new Map<number, Configuration>();
  for (const stored of rows) {
    const item = readItem(stored);
    if (item.kind === 'config' && stored.toNumber !== null) found.set(stored.toNumber, item.body);
  }
  return found;
}

function revisionView(
  { definition }: FoundSubject,
  change: ChangeRow,
  before: Configuration | undefined,
): RevisionView {
  const instructions = parseStoredInstructions(change.instructions) ?? [];
  return {
    version: change.version,
    baseVersion: change.baseVersion,
    number: change.number,
    at: change.at.toISOString(),
    actor: { id: change.actorId, name: change.actorName },
    via: change.via,
    comment: change.comment,
    requestId: change.requestId,
    instructions,
    messages: before ? describe({ definition, configuration: before }, instructions) : [],
  };
}

/** The changes of one configuration, newest first; the last is the one that created it, without instructions. */
export const listRevisions = defineRead({
  verbName: 'configurations.listRevisions',
  input: z.object({ ...placeShape, ...paginationShape }),
  permission: 'flag.view',
  run: async (ctx, { limit, cursor, ...place }): Promise<Page<RevisionView>> => {
    const subject = await findSubject(ctx.db, ctx.scope.projectId, place);
    const [below] = cursor === undefined ? [undefined] : decodeCursor(numberPosition, cursor);
    const where = { environmentId: subject.environment.id, kind: 'config', subjectId: subject.row.id };
    const rows = await ctx.db.change.findMany({
      where: below === undefined ? where : { ...where, version: { lt: below } },
      orderBy: { version: 'desc' },
      take: limit + 1,
    });
    const before = await configurationsAt(
      ctx.db,
      subject,
      rows.map(({ number }) => number),
    );
    const view = (row: ChangeRow): RevisionView => revisionView(subject, row, before.get(row.number));
    const total = await ctx.db.change.count({ where });
    return { ...cutPage(rows, limit, view, ({ version }) => [version]), total };
  },
});
