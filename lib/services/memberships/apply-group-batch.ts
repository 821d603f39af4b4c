import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import type { EnvironmentRow, WriteContext } from '../transaction';
import { ENDS, FLAG, ID, inGroupOf, STARTS } from './group-sql';
import { splitMembershipKey } from './membership-key';

const memberRows = z.array(
  z.object({
    flag: z.string(),
    membership: z.string(),
    subject: z.string().nullable(),
    tenant: z.string().nullable(),
    variant: z.string().nullable(),
    starts_at: z.date(),
    ends_at: z.date(),
  }),
);
type Member = z.output<typeof memberRows>[number];

/** What a batch did to one flag's group. */
export interface GroupChange {
  flag: string;
  added: number;
  removed: number;
  /** Members whose window or variant was changed meanwhile. */
  updated: number;
}

/** A group's rows of some keys, each looked up by its key, for `WITH … AS MATERIALIZED`. */
function heldOf({ id }: EnvironmentRow, keys: readonly string[]): Prisma.Sql {
  const places = keys.map(splitMembershipKey);
  const [flags, ids] = [places.map(({ flag }) => flag), places.map((place) => place.id)];
  return Prisma.sql`
    SELECT k.flag || '/' || k.membership AS key, row.* FROM unnest(${flags}::text[], ${ids}::text[]) AS k(flag, membership)
    CROSS JOIN LATERAL (
      SELECT g.ctid AS place, g.starts_at, g.ends_at, g.variant FROM group_member g
      WHERE g.environment_id = ${id} AND g.flag = k.flag AND g.membership = k.membership OFFSET 0
    ) AS row`;
}

async function removeMembers({ db, now }: WriteContext, environment: EnvironmentRow, keys: readonly string[]) {
  return memberRows.parse(
    await db.$queryRaw`
      WITH wanted AS MATERIALIZED (${inGroupOf(environment, now, keys)}),
        held AS MATERIALIZED (${heldOf(environment, keys)})
      DELETE FROM group_member g
      WHERE g.ctid = ANY(ARRAY(SELECT h.place FROM held h WHERE h.key NOT IN (SELECT i.key FROM wanted i)))
      RETURNING g.flag, g.membership, g.subject, g.tenant, g.variant, g.starts_at, g.ends_at`,
  );
}

async function addMembers({ db, now }: WriteContext, environment: EnvironmentRow, keys: readonly string[]) {
  return memberRows.parse(
    await db.$queryRaw`
      WITH wanted AS MATERIALIZED (${inGroupOf(environment, now, keys)})
      INSERT INTO group_member (environment_id, flag, membership, subject, tenant, variant, starts_at, ends_at, since)
      SELECT ${environment.id}, ${FLAG}, ${ID}, i.body->>'subject', i.body->>'tenant', i.body->>'variant',
        (${STARTS})::timestamptz, (${ENDS})::timestamptz, ${now}
      FROM wanted i
      ON CONFLICT (environment_id, flag, membership) DO NOTHING
      RETURNING flag, membership, subject, tenant, variant, starts_at, ends_at`,
  );
}

const changedRows = z.array(
  z.object({ key: z.string(), variant: z.string().nullable(), starts: z.date(), ends: z.date() }),
);

/** Rarely one: each is written by itself. */
async function updateMembers({ db, now }: WriteContext, environment: EnvironmentRow, keys: readonly string[]) {
  const rows = changedRows.parse(
    await db.$queryRaw`
      WITH wanted AS MATERIALIZED (${inGroupOf(environment, now, keys)}),
        held AS MATERIALIZED (${heldOf(environment, keys)})
      SELECT i.key, i.body->>'variant' AS variant, (${STARTS})::timestamptz AS starts, (${ENDS})::timestamptz AS ends
      FROM wanted i JOIN held h ON h.key = i.key
      WHERE h.starts_at <> (${STARTS})::timestamptz OR h.ends_at <> (${ENDS})::timestamptz
        OR h.variant IS DISTINCT FROM i.body->>'variant'`,
  );
  for (const { key, variant, starts, ends } of rows) {
    const { flag, id } = splitMembershipKey(key);
    const place = { environmentId: environment.id, flag, membership: id };
    await db.groupMember.update({
      where: { environmentId_flag_membership: place },
      data: { variant, startsAt: starts, endsAt: ends },
    });
  }
  return rows.map(({ key }) => splitMembershipKey(key));
}

function tell(tx: WriteContext, environment: EnvironmentRow, topic: string, members: readonly Member[]): void {
  for (const { flag, membership, subject, tenant, variant, starts_at, ends_at } of members) {
    const whose = subject === null ? { tenant } : { subject };
    const window = { startsAt: starts_at.toISOString(), endsAt: ends_at.toISOString() };
    tx.event(topic, environment.id, { environment: environment.key, flag, membership, ...whose, variant, ...window });
  }
}

/**
 * Brings these memberships' places in their groups up to date: only differences are written, each with its event, and
 * one entry of the audit for each flag.
 */
export async function applyGroupBatch(
  tx: WriteContext,
  environment: EnvironmentRow,
  keys: readonly string[],
): Promise<GroupChange[]> {
  const removed = await removeMembers(tx, environment, keys);
  const added = await addMembers(tx, environment, keys);
  const updated = await updateMembers(tx, environment, keys);
  tell(tx, environment, 'membership.ended', removed);
  tell(tx, environment, 'membership.started', added);
  const count = (list: readonly { flag: string }[], flag: string) => list.filter((one) => one.flag === flag).length;
  const flags = [...new Set([...removed, ...added, ...updated].map(({ flag }) => flag))].sort();
  return flags.map((flag) => {
    const counts = { added: count(added, flag), removed: count(removed, flag), updated: count(updated, flag) };
    tx.audit({ action: 'membership.sync', flag, environment: environment.key, after: counts });
    return { flag, ...counts };
  });
}
