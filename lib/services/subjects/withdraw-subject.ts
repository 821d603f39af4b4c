import { z } from 'zod';
import { applyChange } from '../configurations/apply-change';
import { findSubject } from '../configurations/find-subject';
import type { EnvironmentRow, WriteContext } from '../transaction';

const rowsSchema = z.array(z.object({ kind: z.string(), key: z.string() }));

/** Open items that name a subject: configurations with a target, memberships, and entries in lists of members. */
async function openMentions({ db }: WriteContext, environmentId: string, key: string) {
  const text = JSON.stringify(key);
  const rows = await db.$queryRaw`
    SELECT kind, key FROM item
    WHERE environment_id = ${environmentId} AND to_number IS NULL AND (
      (kind = 'member' AND substr(key, strpos(key, '/') + 1) = ${key})
      OR (kind = 'membership' AND body->>'subject' = ${key})
      OR (kind = 'config' AND strpos((body->'targets')::text, ${text}) > 0)
    ) ORDER BY kind, key`;
  return rowsSchema.parse(rows);
}

/** Takes a subject out of targets, lists of members and memberships, by the changes that people would make. */
export async function withdrawSubject(
  tx: WriteContext,
  environment: EnvironmentRow,
  key: string,
  comment: string | undefined,
): Promise<void> {
  for (const mention of await openMentions(tx, environment.id, key)) {
    const [owner = ''] = mention.key.split('/', 1);
    if (mention.kind === 'config') {
      const place = { flag: mention.key, environment: environment.key };
      const found = await findSubject(tx.db, tx.scope.projectId, place);
      const instructions = [{ kind: 'removeTargets' as const, subjects: [key] }];
      await applyChange(tx, found, { instructions, action: 'config.change', comment });
    } else if (mention.kind === 'member') {
      tx.items.close(environment.id, 'member', mention.key);
      const before = { segment: owner, members: [key] };
      tx.audit({ action: 'segment.removeMembers', environment: environment.key, before, comment });
    } else {
      tx.items.close(environment.id, 'membership', mention.key);
      const before = { flag: owner, subject: key };
      tx.audit({ action: 'membership.remove', flag: owner, environment: environment.key, before, comment });
    }
  }
}
