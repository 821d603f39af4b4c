import { Prisma } from '@/lib/db/generated/client';
import { z } from 'zod';
import { subjectListSchema } from '@/lib/schemas/subject';
import { findEnvironment } from '../configurations/find-subject';
import { cutPage, decodeCursor, textPosition } from '../cursor';
import { defineRead } from '../define-verb';
import { likeLiteral } from '../like';
import type { Page } from '../page';
import type { SubjectListItem } from './types';

const rowsSchema = z.array(
  z.object({
    key: z.string(),
    tenant: z.string().nullable(),
    role: z.string().nullable(),
    stage: z.string().nullable(),
    joined_at: z.date().nullable(),
    updated_at: z.date(),
    milestones: z.number(),
  }),
);
const countSchema = z.tuple([z.object({ count: z.int() })]);

type Asked = z.output<typeof subjectListSchema>;

function matching(environmentId: string, { q, stage, tenant, role }: Asked): Prisma.Sql {
  const searched = `%${likeLiteral(q?.trim() ?? '')}%`;
  const filters = [Prisma.sql`environment_id = ${environmentId}`];
  if (stage !== undefined) filters.push(Prisma.sql`stage = ${stage}`);
  if (tenant !== undefined) filters.push(Prisma.sql`tenant = ${tenant}`);
  if (role !== undefined) filters.push(Prisma.sql`role = ${role}`);
  if (q?.trim()) {
    filters.push(Prisma.sql`(key ILIKE ${searched}
      OR attributes->>'email' ILIKE ${searched} OR attributes->>'name' ILIKE ${searched})`);
  }
  return Prisma.join(filters, ' AND ');
}

/** The subjects of an environment, by targeting key; `q` is a part of it, of an e-mail address or of a name. */
export const listSubjects = defineRead({
  verbName: 'subjects.list',
  input: subjectListSchema,
  permission: 'subject.view',
  run: async ({ db, scope }, asked): Promise<Page<SubjectListItem>> => {
    const { limit, cursor } = asked;
    const { id } = await findEnvironment(db, scope.projectId, asked.environment);
    const where = matching(id, asked);
    const [after] = cursor === undefined ? [undefined] : decodeCursor(textPosition, cursor);
    const beyond = after === undefined ? Prisma.empty : Prisma.sql`AND key > ${after}`;
    const found = await db.$queryRaw`
      SELECT key, tenant, role, stage, joined_at, updated_at, (
        SELECT count(*)::int FROM subject_milestone m
        WHERE m.environment_id = subject.environment_id AND m.subject_key = subject.key
      ) AS milestones
      FROM subject WHERE ${where} ${beyond} ORDER BY key LIMIT ${limit + 1}`;
    const counted = await db.$queryRaw`SELECT count(*)::int AS count FROM subject WHERE ${where}`;
    const view = (row: z.output<typeof rowsSchema>[number]): SubjectListItem => ({
      targetingKey: row.key,
      tenant: row.tenant,
      role: row.role,
      stage: row.stage,
      joinedAt: row.joined_at?.toISOString() ?? null,
      updatedAt: row.updated_at.toISOString(),
      milestones: row.milestones,
    });
    return {
      ...cutPage(rowsSchema.parse(found), limit, view, ({ key }) => [key]),
      total: countSchema.parse(counted)[0].count,
    };
  },
});
