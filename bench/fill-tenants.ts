import { newConfiguration } from '../lib/changes/new-configuration';
import type { PrismaClient } from '../lib/db/generated/client';
import type { FlagDefinition } from '../lib/engine/types';

export const SIZES = { tenants: 2_000, flags: 500, overridesOfTenant: 25 };

const VARIANTS = [
  { key: 'on', value: true },
  { key: 'off', value: false },
];

/** Flags of a definition and a configuration in each environment. */
export async function fillFlags(db: PrismaClient, projectId: string, flags: number): Promise<void> {
  const definition = JSON.stringify({
    v: 1,
    id: '',
    type: 'boolean',
    variants: VARIANTS,
    salt: 'bench',
    algorithm: 'murmur3-v1',
    metadata: {},
    clientVisible: true,
    tenantManaged: true,
    archived: false,
  } satisfies FlagDefinition);
  const configuration = JSON.stringify(newConfiguration({ type: 'boolean', variants: VARIANTS }));
  await db.$executeRaw`
    INSERT INTO flag (id, project_id, key, key_folded, name, description, kind, type, variants, salt, metadata, tags,
      links, client_visible, tenant_managed, created_at, updated_at, created_by)
    SELECT 'flag-' || n, ${projectId}, 'flag-' || n, 'flag-' || n, 'Flag ' || n, 'One of many.', 'release', 'boolean',
      ${JSON.stringify(VARIANTS)}::json, 'bench', '{}', '{}', '[]', true, true, now(), now(), 'bench'
    FROM generate_series(0, ${flags - 1}::int) n`;
  for (const [kind, body] of [
    ['flag', definition],
    ['config', configuration],
  ]) {
    await db.$executeRaw`
      INSERT INTO item (environment_id, kind, key, body, from_number, from_at)
      SELECT e.id, ${kind}, 'flag-' || n, ${body}::json, 1, now()
      FROM environment e, generate_series(0, ${flags - 1}::int) n`;
  }
}

async function fillTenants(db: PrismaClient, projectId: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO tenant (id, project_id, key, key_folded, name, attributes, created_at, updated_at)
    SELECT 'tenant-' || n, ${projectId}, 'tenant-' || n, 'tenant-' || n, 'Tenant ' || n, '{"plan":"pro"}', now(), now()
    FROM generate_series(0, ${SIZES.tenants - 1}::int) n`;
  await db.$executeRaw`
    INSERT INTO item (environment_id, kind, key, body, from_number, from_at)
    SELECT e.id, 'tenant', 'tenant-' || n, '{"v":1,"attributes":{"plan":"pro"}}', 1, now()
    FROM environment e, generate_series(0, ${SIZES.tenants - 1}::int) n`;
  await db.$executeRaw`
    INSERT INTO item (environment_id, kind, key, body, from_number, from_at)
    SELECT e.id, 'override', 'flag-' || ((t * 7 + o * 20) % ${SIZES.flags}::int) || '/tenant-' || t,
      '{"v":1,"variant":"on"}', 1, now()
    FROM environment e, generate_series(0, ${SIZES.tenants - 1}::int) t,
      generate_series(0, ${SIZES.overridesOfTenant - 1}::int) o
    WHERE e.key = 'production'`;
}

/** Fills a project that has nothing yet with 500 flags, 2,000 tenants and, in production, 50,000 overrides. */
export async function fillWithTenants(db: PrismaClient, projectId: string): Promise<void> {
  await fillFlags(db, projectId, SIZES.flags);
  await fillTenants(db, projectId);
  await db.environment.updateMany({ data: { number: { increment: 1 } } });
  await db.$executeRawUnsafe('ANALYZE');
}
