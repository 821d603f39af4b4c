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

type Handle = Pick<PrismaClient, '$queryRaw' | '$executeRaw'>;
const tokens = z.array(z.object({ token: z.bigint() }));

/** Takes a lease for `ms`, by the database's clock; null while another holds it. */
export async function takeLease(db: Handle, name: string, holder: string, ms: number): Promise<Lease | null> {
  await db.$executeRaw`
    INSERT INTO lease (name, holder, until) VALUES (${name}, '', to_timestamp(0)) ON CONFLICT (name) DO NOTHING`;
  const rows = await db.$queryRaw`
    UPDATE lease SET holder = ${holder}, token = token + 1, until = clock_timestamp() + ${ms} * interval '1 millisecond'
    WHERE name = ${name} AND until < clock_timestamp() RETURNING token`;
  const [row] = tokens.parse(rows);
  return row ? { name, holder, token: row.token } : null;
}

/** Keeps a lease for another `ms`; false once another has it. */
export async function renewLease(db: Handle, { name, token }: Lease, ms: number): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE lease SET until = clock_timestamp() + ${ms} * interval '1 millisecond' WHERE name = ${name} AND token = ${token}`;
  return count > 0;
}

/** Gives a lease back, so that nobody waits for its end. */
export async function releaseLease(db: Handle, { name, token }: Lease): Promise<void> {
  await db.$executeRaw`UPDATE lease SET until = to_timestamp(0) WHERE name = ${name} AND token = ${token}`;
}

/** Inside a transaction, before an effect: throws `conflict` unless the lease is still its holder's, and keeps it so. */
export async function assertLease(tx: TransactionClient, { name, token }: Lease): Promise<void> {
  const rows = await tx.$queryRaw`SELECT token FROM lease WHERE name = ${name} AND token = ${token} FOR SHARE`;
  if (tokens.parse(rows).length === 0) throw serviceError('conflict', 'lease_lost');
}
