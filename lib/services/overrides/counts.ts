import { Prisma } from '@/lib/db/generated/client';
import { isFlagShown, isOverrideInForce } from './in-force';

interface Place {
  projectId: string;
  environmentIds: readonly string[];
  now: Date;
}

function counted(part: Prisma.Sql, { projectId, environmentIds, now }: Place): Prisma.Sql {
  return Prisma.sql`
    SELECT ${part}, count(*)::int AS count
    FROM item i JOIN flag f ON f.project_id = ${projectId} AND f.key = split_part(i.key, '/', 1)
    WHERE i.environment_id = ANY(${[...environmentIds]}) AND ${isOverrideInForce(now)}
      AND ${isFlagShown(Prisma.sql`i.environment_id`)}
    GROUP BY 1`;
}

/** A query: how many overrides in force of shown flags each `tenant` has. */
export const countsByTenant = (place: Place): Prisma.Sql =>
  counted(Prisma.sql`split_part(i.key, '/', 2) AS tenant`, place);

/** A query: how many tenants override each shown `flag`. */
export const countsByFlag = (place: Place): Prisma.Sql => counted(Prisma.sql`f.key AS flag`, place);
