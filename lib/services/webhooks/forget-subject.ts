import { z } from 'zod';
import type { JsonValue } from '@/lib/engine/types';
import { replaceSubject } from '../subjects/replace-subject';
import type { EnvironmentRow, WriteContext } from '../transaction';

const json = z.custom<JsonValue>((value) => value !== undefined);
const rows = z.array(z.object({ id: z.string(), body: z.string() }));

/** Replaces a subject's key in what was sent of its memberships, or waits to be; answers how many there were. */
export async function forgetInDeliveries(
  { db, scope }: WriteContext,
  { key: environment }: Pick<EnvironmentRow, 'key'>,
  key: string,
  as: string,
): Promise<number> {
  const found = rows.parse(
    await db.$queryRaw`
      SELECT d.id, d.body FROM webhook_delivery AS d JOIN webhook AS w ON w.id = d.webhook_id
      WHERE w.project_id = ${scope.projectId} AND w.format = 'standard' AND d.topic LIKE 'membership.%'
        AND strpos(d.body, ${`"environment":${JSON.stringify(environment)}`}) > 0
        AND strpos(d.body, ${JSON.stringify(key)}) > 0`,
  );
  for (const { id, body } of found) {
    const text = JSON.stringify(replaceSubject(json.parse(JSON.parse(body)), key, as));
    await db.webhookDelivery.update({ where: { id }, data: { body: text } });
  }
  return found.length;
}
