import { Prisma } from '@/lib/db/generated/client';

/**
 * Whether the item `i` is an override that counts at an instant. Expiries are stored as `toISOString` writes them, so
 * that they compare as texts.
 */
export const isOverrideInForce = (now: Date): Prisma.Sql => Prisma.sql`
  i.kind = 'override' AND i.to_number IS NULL
  AND (i.body->>'expiresAt' IS NULL OR i.body->>'expiresAt' COLLATE "C" > ${now.toISOString()})`;

/**
 * Whether the flag `f` is shown in an environment: not archived, and not one that code declared and no source
 * declares there any longer.
 */
export const isFlagShown = (environmentId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  f.archived_at IS NULL AND NOT (
    f.origin = 'code'
    AND EXISTS (SELECT 1 FROM declaration d WHERE d.environment_id = ${environmentId} AND d.flag = f.key)
    AND NOT EXISTS (
      SELECT 1 FROM declaration d
      WHERE d.environment_id = ${environmentId} AND d.flag = f.key AND d.withdrawn_at IS NULL))`;
