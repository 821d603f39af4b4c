import { z } from 'zod';
import type { EnvironmentRow, WriteContext } from '../transaction';
import { ENDS, FLAG, ID, inGroup, STARTS } from './group-sql';
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

async function removeMembers({ db, now }: WriteContext, environment: EnvironmentRow, keys: readonly string[]) {
  const places = keys.map(splitMembershipKey);
  const [flags, ids] = [places.map(({ flag }) => flag), places.map(({ id }) => id)];
  return memberRows.parse(
    await db.$queryRaw`
      DELETE FROM group_member g USING unnest(${flags}::text[], ${ids}::text[]) AS k(flag, membership)
      WHERE g.environment_id = ${environment.id} AND g.flag = k.flag AND g.membership = k.membership
        AND NOT EXISTS (
          SELECT 1 FROM item i WHERE ${inGroup(environment, now)} AND i.key = k.flag || '/' || k.membership)
      RETURNING g.flag, g.membership, g.subject, g.tenant, g.variant, g.starts_at, g.ends_at`,
  );
}

async function addMembers({ db, now }: WriteContext, environment: EnvironmentRow, keys: readonly string[]) {
  return memberRows.parse(
    await db.$queryRaw`
      INSERT INTO group_member (environment_id, flag, membership, subject, tenant, variant, starts_at, ends_at, since)
      SELECT ${environment.id}, ${FLAG}, ${ID}, i.body->>'subject', i.body->>'tenant', i.body->>'variant',
        (${STARTS})::timestamptz, (${ENDS})::timestamptz, ${now}
      FROM item i WHERE ${inGroup(environment, now)} AND i.key = ANY(${[...keys]}::text[])
      ON CONFLICT (environment_id, flag, membership) DO NOTHING
      RETURNING flag, membership, subject, tenant, variant, starts_at, ends_at`,
  );
}

async function updateMembers({ db, now }: WriteContext, environment: EnvironmentRow, keys: readonly string[]) {
  return z.array(z.object({ flag: z.string() })).parse(
    await db.$queryRaw`
      UPDATE group_member g
      SET starts_at = (${STARTS})::timestamptz, ends_at = (${ENDS})::timestamptz, variant = i.body->>'variant'
      FROM item i WHERE ${inGroup(environment, now)} AND i.key = ANY(${[...keys]}::text[])
        AND g.environment_id = ${environment.id} AND g.flag = ${FLAG} AND g.membership = ${ID}
        AND (g.starts_at <> (${STARTS})::timestamptz OR g.ends_at <> (${ENDS})::timestamptz
          OR g.variant IS DISTINCT FROM i.body->>'variant')
      RETURNING g.flag`,
  );
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
