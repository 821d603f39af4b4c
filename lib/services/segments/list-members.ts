import { z } from 'zod';
import { keySchema } from '@/lib/schemas/key';
import { segmentMemberListSchema } from '@/lib/schemas/segment';
import { Prisma } from '@/lib/db/generated/client';
import { findEnvironment } from '../configurations/find-subject';
import { cutPage, decodeCursor, textPosition } from '../cursor';
import { defineRead } from '../define-verb';
import { likeLiteral } from '../like';
import type { Page } from '../page';
import { memberKey } from './members';
import { findSegment } from './segment-row';

const rowsSchema = z.array(z.object({ key: z.string() }));

/** The listed members of a segment in an environment, by subject; `q` is a part of the subject. */
export const listSegmentMembers = defineRead({
  verbName: 'segments.listMembers',
  input: segmentMemberListSchema.extend({ key: keySchema }),
  permission: 'subject.view',
  run: async (ctx, { key, environment, limit, cursor, q }): Promise<Page<{ subject: string }>> => {
    const { db, scope } = ctx;
    await findSegment(db, scope.projectId, key);
    const { id } = await findEnvironment(db, scope.projectId, environment);
    const prefix = memberKey(key, '');
    const filters = [
      Prisma.sql`environment_id = ${id} AND kind = 'member' AND to_number IS NULL`,
      Prisma.sql`key LIKE ${`${likeLiteral(prefix)}%`}`,
      ...(q ? [Prisma.sql`substr(key, ${prefix.length + 1}::int) ILIKE ${`%${likeLiteral(q)}%`}`] : []),
    ];
    const where = Prisma.join(filters, ' AND ');
    const [after] = cursor === undefined ? [undefined] : decodeCursor(textPosition, cursor);
    const beyond = after === undefined ? Prisma.empty : Prisma.sql`AND key > ${memberKey(key, after)}`;
    const found = await db.$queryRaw`
      SELECT key FROM item WHERE ${where} ${beyond} ORDER BY key LIMIT ${limit + 1}`;
    const subjects = rowsSchema.parse(found).map((row) => row.key.slice(prefix.length));
    const counted = await db.$queryRaw`SELECT count(*)::int AS count FROM item WHERE ${where}`;
    const total = z.tuple([z.object({ count: z.int() })]).parse(counted)[0].count;
    return {
      ...cutPage(
        subjects,
        limit,
        (subject) => ({ subject }),
        (subject) => [subject],
      ),
      total,
    };
  },
});
