import type { PrismaClient } from '@/lib/db/generated/client';

export interface ManyMemberships {
  memberships: number;
  flags: number;
  /** Half of them begin an hour after `now`, half end then; all others run for a month around it. */
  changing: number;
  now: Date;
}

const HOUR = 3_600_000;
const MONTH = 15 * 24 * HOUR;

/** Rows as adding memberships writes them, of flags that have no more than a definition, in `staging`. */
export async function makeManyMemberships(
  db: PrismaClient,
  { memberships, flags, changing, now }: ManyMemberships,
): Promise<{ environmentId: string }> {
  const { id, number, projectId } = await db.environment.findFirstOrThrow({ where: { key: 'staging' } });
  const at = (offset: number): string => new Date(now.getTime() + offset).toISOString();
  const [past, soon, later] = [at(-MONTH), at(HOUR), at(MONTH)];
  const half = changing / 2;
  await db.$executeRaw`
    INSERT INTO flag (id, project_id, key, key_folded, name, description, kind, type, variants, salt, metadata, tags,
      links, client_visible, tenant_managed, created_at, updated_at, created_by)
    SELECT 'many-' || n, ${projectId}, 'many-' || n, 'many-' || n, 'Many ' || n, '', 'release', 'boolean',
      '[{"key":"on","value":true},{"key":"off","value":false}]'::json, 'salt-' || n, '{}'::json, '{}', '[]'::json,
      false, false, ${now}, ${now}, 'test' FROM generate_series(0, ${flags - 1}::int) AS n`;
  await db.$executeRaw`
    INSERT INTO item (environment_id, kind, key, body, from_number, from_at)
    SELECT ${id}, 'membership', 'many-' || (n % ${flags}::int) || '/m' || n,
      json_build_object('v', 1, 'subject', 'user-' || n,
        'startsAt', CASE WHEN n < ${half}::int THEN ${soon}::text ELSE ${past}::text END,
        'endsAt', CASE WHEN n >= ${half}::int AND n < ${changing}::int THEN ${soon}::text ELSE ${later}::text END,
        'variant', 'on', 'version', 1),
      ${number}, ${now} FROM generate_series(0, ${memberships - 1}::int) AS n`;
  return { environmentId: id };
}
