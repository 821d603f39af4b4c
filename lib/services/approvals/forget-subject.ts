import { z } from 'zod';
import type { JsonValue } from '@/lib/engine/types';
import { jsonOf } from '../json-of';
import { replaceSubject } from '../subjects/replace-subject';
import type { EnvironmentRow, WriteContext } from '../transaction';
import { isOpen } from './request-row';

const json = z.custom<JsonValue>((value) => value !== undefined);
const found = z.array(z.object({ id: z.string(), status: z.string(), steps: json, applied: json.nullable() }));

/** Replaces a subject's key in change requests; an open one that is about them ends: it could only bring them back. */
export async function forgetInRequests(
  { db, scope, now }: WriteContext,
  { key: environment }: Pick<EnvironmentRow, 'id' | 'key'>,
  key: string,
  as: string,
): Promise<number> {
  const text = JSON.stringify(key);
  const rows = found.parse(
    await db.$queryRaw`
      SELECT id, status, steps, applied FROM change_request
      WHERE project_id = ${scope.projectId} AND ${environment} = ANY(environments)
        AND (strpos(steps::text, ${text}) > 0 OR strpos(coalesce(applied::text, ''), ${text}) > 0)`,
  );
  for (const row of rows) {
    await db.changeRequest.update({
      where: { id: row.id },
      data: {
        steps: jsonOf(Object(replaceSubject(row.steps, key, as))),
        ...(row.applied !== null && { applied: jsonOf(Object(replaceSubject(row.applied, key, as))) }),
        ...(isOpen(row) && { status: 'cancelled', updatedAt: now, version: { increment: 1 } }),
      },
    });
  }
  return rows.length;
}
