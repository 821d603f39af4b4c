import { z } from 'zod';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { ProfileSource } from '@/lib/delivery/profile-cache';
import { isSubjectKey } from '@/lib/schemas/subject';
import type { TransactionClient } from '../transaction-client';
import { profileOf } from './profile-of';

/** Beyond these an instance drops all of the environment's. */
const MOST_CHANGED = 10_000;

const rowsSchema = z.array(
  z.object({
    environment_id: z.string(),
    key: z.string(),
    attributes: z.unknown(),
    counters: z.unknown(),
    role: z.string().nullable(),
    tenant: z.string().nullable(),
    joined_at: z.date().nullable(),
    stage: z.string().nullable(),
    size: z.number(),
  }),
);
const keysSchema = z.array(z.object({ key: z.string() }));

type Wanted = Parameters<ProfileSource['read']>[0];

/** Stored profiles of subjects of any environments, in one query. */
export async function readProfiles(db: TransactionClient, wanted: Wanted): ReturnType<ProfileSource['read']> {
  // What cannot be a subject's key must not spoil the query for the others.
  const storable = wanted.filter(({ key }) => isSubjectKey(key));
  if (storable.length === 0) return [];
  const environments = storable.map(({ environmentId }) => environmentId);
  const keys = storable.map(({ key }) => key);
  const rows = rowsSchema.parse(
    await db.$queryRaw`
      SELECT s.environment_id, s.key, s.attributes, s.counters, s.role, s.tenant, s.joined_at, s.stage,
        length(s.attributes::text) + length(s.counters::text) AS size
      FROM unnest(${environments}::text[], ${keys}::text[]) AS wanted (environment_id, key)
      JOIN subject s ON s.environment_id = wanted.environment_id AND s.key = wanted.key`,
  );
  return rows.map(({ environment_id: environmentId, key, size, joined_at: joinedAt, ...row }) => ({
    environmentId,
    key,
    size,
    profile: profileOf({ ...row, joinedAt }),
  }));
}

/** Where instances read stored profiles. */
export const profileSource = (database: () => Promise<PrismaClient>): ProfileSource => ({
  read: async (wanted) => readProfiles(await database(), wanted),
  async changedSince(environmentId, number) {
    const db = await database();
    const rows = await db.$queryRaw`
      SELECT key FROM subject WHERE environment_id = ${environmentId} AND number > ${number} LIMIT ${MOST_CHANGED + 1}`;
    const keys = keysSchema.parse(rows).map(({ key }) => key);
    return keys.length > MOST_CHANGED ? null : keys;
  },
});
