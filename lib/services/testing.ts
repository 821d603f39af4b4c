import { createTestDatabase } from '@/lib/db/testing/create-test-database';
import type { OpenOptions } from '@/lib/db/open';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { Grant } from '@/lib/permissions/allows';
import { type BuiltInRole, ROLE_TABLE } from '@/lib/permissions/table';
import type { Actor, InstallationScope, ProjectScope, Scope, ServiceContext, TenantScope } from './context';
import { asServiceError, type ServiceErrorShape } from './errors';
import { ensureInstallation } from './projects/ensure-installation';
import { createSecrets } from './secrets';

/** Three built-in roles, the administrator, and somebody who belongs to another project only. */
export type TestRole = BuiltInRole | 'stranger';

export interface TestServices {
  db: PrismaClient;
  /** The project `default` with development, staging and production. */
  projectId: string;
  /** A context of a role in the project, at the test's clock. */
  as(role: TestRole, changes?: Partial<ServiceContext>): ServiceContext;
  /** Somebody of their own, who signs in: what they may do is read again when it counts. */
  person(name: string, role: BuiltInRole): Promise<ServiceContext>;
  /** The same in the installation's scope. */
  installation(
    role?: TestRole,
    changes?: Partial<ServiceContext<InstallationScope>>,
  ): ServiceContext<InstallationScope>;
  /** In a tenant's scope: as a member of its project, or as `tenantAdmin`, the tenant's own admin and nothing else. */
  inTenant(tenant: { id: string; key: string }, role: TestRole | 'tenantAdmin'): ServiceContext<TenantScope>;
  /** A context in another project, for the foreign case. */
  inProject(project: { id: string; key: string }, role: TestRole): ServiceContext;
  /** Moves the clock of the contexts made from now on. */
  setNow(now: Date | string): void;
  now(): Date;
  /** Environments that were said to have changed, oldest first. */
  committed: string[];
  /** What opens the same database once more, as another instance would; PostgreSQL only. */
  options: OpenOptions;
  close(): Promise<void>;
}

const SECRETS = createSecrets([{ id: 'test', bytes: new Uint8Array(32).fill(7) }]);
export const TEST_NOW = '2026-03-02T09:00:00.000Z';

const grantOf = (role: BuiltInRole, projectId: string | null): Grant => ({
  ...ROLE_TABLE[role],
  projectId,
  environmentId: null,
});

/** Who an actor of a test is: administrators span all projects, the others belong to one. */
export function testActor(role: TestRole, projectId: string): Actor {
  const grants =
    role === 'stranger' ? [grantOf('admin', 'another')] : [grantOf(role, role === 'admin' ? null : projectId)];
  const email = `${role}@example.com`;
  return { kind: 'user', id: `user-${role}`, name: `${role} of the test`, email, grants, tenants: [] };
}

/** Services on a real, migrated database of this test's own, with a chosen clock and predictable ids and secrets. */
export async function createTestServices(options: Partial<OpenOptions> = {}): Promise<TestServices> {
  const { database, options: opened, close } = await createTestDatabase(options);
  const db = database.prisma;
  const committed: string[] = [];
  let now = new Date(TEST_NOW);
  let count = 0;
  const next = (): string => String((count += 1)).padStart(8, '0');
  const context = <S extends Scope>(scope: S, actor: Actor): ServiceContext<S> => ({
    scope,
    actor,
    now,
    db,
    requestId: `request-${next()}`,
    via: 'api',
    newId: () => `id-${next()}`,
    randomText: (bytes) => Buffer.from(next().repeat(bytes)).toString('base64url').slice(0, bytes),
    secrets: SECRETS,
    committed: async (ids) => void committed.push(...ids),
    probe: async () => true,
  });
  // Only lib/auth makes scopes; a test of the services stands where it does.
  const wide = { kind: 'installation' } as InstallationScope;
  const project = (id: string, key: string): ProjectScope =>
    ({ kind: 'project', projectId: id, projectKey: key }) as ProjectScope;
  const tenantScope = (projectId: string, { id, key }: { id: string; key: string }): TenantScope =>
    ({ kind: 'tenant', projectId, projectKey: 'default', tenantId: id, tenantKey: key }) as TenantScope;
  const tenantAdmin = (tenantId: string): Actor => ({
    kind: 'user',
    id: 'user-tenantAdmin',
    name: 'Tenant admin of the test',
    email: 'tenant-admin@example.com',
    grants: [],
    tenants: [tenantId],
  });
  await ensureInstallation(context(wide, testActor('admin', '')));
  const { id: projectId } = await db.project.findUniqueOrThrow({ where: { keyFolded: 'default' } });
  return {
    db,
    projectId,
    as: (role, changes) => ({ ...context(project(projectId, 'default'), testActor(role, projectId)), ...changes }),
    async person(name, role) {
      const email = `${name}@example.com`;
      const user = { id: name, name, email, emailFolded: email, createdAt: now };
      await db.user.upsert({ where: { id: name }, create: user, update: {} });
      await db.assignment.deleteMany({ where: { userId: name } });
      await db.assignment.create({ data: { id: `${name}-${role}`, userId: name, role, projectId } });
      const actor: Actor = { kind: 'user', id: name, name, email, grants: [grantOf(role, projectId)], tenants: [] };
      return context(project(projectId, 'default'), actor);
    },
    installation: (role = 'admin', changes) => ({ ...context(wide, testActor(role, projectId)), ...changes }),
    inTenant: (tenant, role) =>
      context(
        tenantScope(projectId, tenant),
        role === 'tenantAdmin' ? tenantAdmin(tenant.id) : testActor(role, projectId),
      ),
    inProject: ({ id, key }, role) => context(project(id, key), testActor(role, projectId)),
    setNow: (instant) => void (now = new Date(instant)),
    now: () => now,
    committed,
    options: opened,
    close,
  };
}

/** What a verb was refused with, in a form to compare: `{ kind, code }` and the codes of its issues. */
export async function refusal(work: Promise<unknown>): Promise<ServiceErrorShape & { at: string[] }> {
  try {
    await work;
  } catch (thrown) {
    const error = asServiceError(thrown);
    if (!error) throw thrown;
    const { kind, code, issues, current, params } = error;
    return { kind, code, issues, current, params, at: (issues ?? []).map((issue) => `${issue.path}:${issue.code}`) };
  }
  throw new Error('nothing was refused');
}

/** Runs work many times at once and counts the successes and the codes of refusal. */
export async function race(times: number, work: (index: number) => Promise<unknown>): Promise<Record<string, number>> {
  const outcomes: Record<string, number> = {};
  await Promise.all(
    Array.from({ length: times }, async (_, index) => {
      const outcome = await work(index).then(
        () => 'done',
        (thrown: unknown) => {
          const error = asServiceError(thrown);
          if (!error) throw thrown;
          return error.code;
        },
      );
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }),
  );
  return outcomes;
}
