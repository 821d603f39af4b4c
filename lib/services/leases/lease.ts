import { z } from 'zod';
import type { PrismaClient } from '@/lib/db/generated/client';
import { serviceError } from '../errors';
import type { TransactionClient } from '../transaction-client';

/** The right to do one piece of clock work for now. */
export interface Lease {
  name: string;
  holder: string;
  /** Rises with each holder: an effect of an earlier one is refused by it. */
  token: bigint;
}
/** A run that began under a lease. */
export interface BegunRun {
  startedAt: Date;
  startedBy: string;
}
export interface TakenLease extends Lease {
  /** The run of a holder who neither ended it nor gave the lease back: its process died, or it took too long. */
  abandoned: (BegunRun & { holder: string }) | null;
}

type Handle = Pick<PrismaClient, '$queryRaw' | '$executeRaw'>;
const tokens = z.array(z.object({ token: z.bigint() }));
const taken = z.array(
  z.object({ token: z.bigint(), holder: z.string(), begun: z.date().nullable(), begunBy: z.string().nullable() }),
);

/**
 * Takes a lease for `ms`, by the database's clock; null, without waiting, while another holds it. The row is locked
 * before it is changed, so that what the last holder left behind is told to one alone.
 */
export async function takeLease(
  db: Handle,
  name: string,
  holder: string,
  ms: number,
  run?: BegunRun,
): Promise<TakenLease | null> {
  await db.$executeRaw`
    INSERT INTO lease (name, holder, until) VALUES (${name}, '', to_timestamp(0)) ON CONFLICT (name) DO NOTHING`;
  const rows = await db.$queryRaw`
    WITH former AS (
      SELECT name, holder, run_started_at, run_started_by FROM lease
      WHERE name = ${name} AND until < clock_timestamp() FOR UPDATE)
    UPDATE lease SET holder = ${holder}, token = lease.token + 1,
      until = clock_timestamp() + ${ms} * interval '1 millisecond',
      run_started_at = ${run?.startedAt ?? null}::timestamptz, run_started_by = ${run?.startedBy ?? null}
    FROM former WHERE lease.name = former.name
    RETURNING lease.token, former.holder, former.run_started_at AS begun, former.run_started_by AS "begunBy"`;
  const [row] = taken.parse(rows);
  if (!row) return null;
  const { token, begun, begunBy } = row;
  const abandoned = begun && { holder: row.holder, startedAt: begun, startedBy: begunBy ?? 'ticker' };
  return { name, holder, token, abandoned };
}

/** Keeps a lease for another `ms`; false once another has it. */
export async function renewLease(db: Handle, { name, token }: Lease, ms: number): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE lease SET until = clock_timestamp() + ${ms} * interval '1 millisecond' WHERE name = ${name} AND token = ${token}`;
  return count > 0;
}

/** Gives a lease back, so that nobody waits for its end. */
export async function releaseLease(db: Handle, { name, token }: Lease): Promise<void> {
  await db.$executeRaw`
    UPDATE lease SET until = to_timestamp(0), run_started_at = null, run_started_by = null
    WHERE name = ${name} AND token = ${token}`;
}

/** Inside a transaction, before an effect: throws `conflict` unless the lease is still its holder's, and keeps it so. */
export async function assertLease(tx: TransactionClient, { name, token }: Lease): Promise<void> {
  const rows = await tx.$queryRaw`SELECT token FROM lease WHERE name = ${name} AND token = ${token} FOR SHARE`;
  if (tokens.parse(rows).length === 0) throw serviceError('conflict', 'lease_lost');
}
