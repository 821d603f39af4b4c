import { Prisma } from '@/lib/db/generated/client';
import { isFlagShown, isOverrideInForce } from './in-force';

interface Place {
  projectId: string;
  environmentIds: readonly string[];
  now: Date;
}

function counted(by: Prisma.Sql, keys: readonly string[] | undefined, place: Place): Prisma.Sql {
  const { projectId, environmentIds, now } = place;
  return Prisma.sql`
    SELECT ${by} AS key, count(*)::int AS count
    FROM item i JOIN flag f ON f.project_id = ${projectId} AND f.key = split_part(i.key, '/', 1)
    WHERE i.environment_id = ANY(${[...environmentIds]}) AND ${isOverrideInForce(now)}
      ${keys === undefined ? Prisma.empty : Prisma.sql`AND ${by} = ANY(${[...keys]})`}
      AND ${isFlagShown(Prisma.sql`i.environment_id`)}
    GROUP BY 1`;
}

/** A query: how many overrides in force of shown flags each tenant has, all or these. */
export const countsByTenant = (place: Place, tenants?: readonly string[]): Prisma.Sql =>
  counted(Prisma.sql`split_part(i.key, '/', 2)`, tenants, place);

/** A query: how many tenants override each of these shown flags. */
export const countsByFlag = (place: Place, flags: readonly string[]): Prisma.Sql =>
  counted(Prisma.sql`split_part(i.key, '/', 1)`, flags, place);
