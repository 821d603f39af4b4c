import { z } from 'zod';
import type { JsonValue } from '@/lib/engine/types';
import { forgetInRequests } from '../approvals/forget-subject';
import { chainOf } from '../audit/chain-of';
import { jsonOf } from '../json-of';
import type { EnvironmentRow, WriteContext } from '../transaction';
import { forgetInDeliveries } from '../webhooks/forget-subject';
import { replaceSubject } from './replace-subject';

const json = z.custom<JsonValue>((value) => value !== undefined);
const itemsSchema = z.array(z.object({ id: z.bigint(), body: json }));
const changesSchema = z.array(
  z.object({ id: z.string(), instructions: json, inverse: json, footprint: z.array(z.string()) }),
);

interface Forgotten {
  /** Closed items, stored changes and change requests in which the key was replaced. */
  history: number;
  /** Audit entries whose before and after are gone. */
  audit: number;
  events: number;
}

async function renameInItems({ db }: WriteContext, environmentId: string, key: string, as: string): Promise<number> {
  const members = await db.$executeRaw`
    UPDATE item SET key = substr(key, 1, strpos(key, '/')) || ${as}
    WHERE environment_id = ${environmentId} AND kind = 'member' AND to_number IS NOT NULL
      AND substr(key, strpos(key, '/') + 1) = ${key}`;
  const rows = itemsSchema.parse(
    await db.$queryRaw`
      SELECT id, body FROM item
      WHERE environment_id = ${environmentId} AND kind IN ('config', 'membership') AND to_number IS NOT NULL
        AND strpos(body::text, ${JSON.stringify(key)}) > 0`,
  );
  for (const { id, body } of rows) {
    await db.item.update({ where: { id }, data: { body: jsonOf(Object(replaceSubject(body, key, as))) } });
  }
  return members + rows.length;
}

async function renameInChanges({ db }: WriteContext, environmentId: string, key: string, as: string): Promise<number> {
  const text = JSON.stringify(key);
  const rows = changesSchema.parse(
    await db.$queryRaw`
      SELECT id, instructions, inverse, footprint FROM change
      WHERE environment_id = ${environmentId}
        AND (strpos(instructions::text, ${text}) > 0 OR strpos(inverse::text, ${text}) > 0)`,
  );
  for (const { id, instructions, inverse, footprint } of rows) {
    await db.change.update({
      where: { id },
      data: {
        instructions: jsonOf(Object(replaceSubject(instructions, key, as))),
        inverse: jsonOf(Object(replaceSubject(inverse, key, as))),
        footprint: footprint.map((name) => (name === `target:${key}` ? `target:${as}` : name)),
      },
    });
  }
  return rows.length;
}

const outboxSchema = z.array(z.object({ id: z.bigint(), payload: json }));

/** What was told of its memberships and is still kept. */
async function renameInOutbox({ db }: WriteContext, environmentId: string, key: string, as: string): Promise<void> {
  const rows = outboxSchema.parse(
    await db.$queryRaw`
      SELECT id, payload FROM outbox WHERE environment_id = ${environmentId} AND topic LIKE 'membership.%'
        AND strpos(payload::text, ${JSON.stringify(key)}) > 0`,
  );
  for (const { id, payload } of rows) {
    await db.outbox.update({ where: { id }, data: { payload: jsonOf(Object(replaceSubject(payload, key, as))) } });
  }
}

/**
 * Replaces a subject's key in all that is no longer in force, and deletes what the audit says of it: the chain covers
 * a salted digest, so it stays whole, and the entry shows as erased.
 */
export async function forgetSubject(
  tx: WriteContext,
  { id: environmentId, key: environment }: EnvironmentRow,
  key: string,
  as: string,
): Promise<Forgotten> {
  const items = await renameInItems(tx, environmentId, key, as);
  const changes = await renameInChanges(tx, environmentId, key, as);
  const requests = await forgetInRequests(tx, { id: environmentId, key: environment }, key, as);
  await tx.db.groupMember.deleteMany({ where: { environmentId, subject: key } });
  await renameInOutbox(tx, environmentId, key, as);
  await forgetInDeliveries(tx, { key: environment }, key, as);
  const events = await tx.db.event.updateMany({ where: { environmentId, subject: key }, data: { subject: as } });
  const audit = await tx.db.$executeRaw`
    UPDATE audit_entry SET detail = NULL, salt = NULL
    WHERE chain = ${chainOf(tx.scope)} AND environment = ${environment} AND strpos(detail, ${JSON.stringify(key)}) > 0`;
  return { history: items + changes + requests, events: events.count, audit };
}
