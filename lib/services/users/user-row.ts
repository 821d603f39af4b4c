import type { Prisma } from '@/lib/db/generated/client';
import { serviceError } from '../errors';
import type { TransactionClient } from '../transaction';
import type { AssignmentView, UserView } from './types';

export const WITH_ROLES = { assignments: { include: { project: { select: { key: true } } } } } as const;
export type UserRow = Prisma.UserGetPayload<{ include: typeof WITH_ROLES }>;
type Reader = Pick<TransactionClient, 'user' | 'environment'>;

export async function findUser(db: Pick<Reader, 'user'>, id: string): Promise<UserRow> {
  const row = await db.user.findUnique({ where: { id }, include: WITH_ROLES });
  if (!row) throw serviceError('not_found');
  return row;
}

const byScope = (a: AssignmentView, b: AssignmentView): number =>
  (a.project ?? '').localeCompare(b.project ?? '') || (a.environment ?? '').localeCompare(b.environment ?? '');

function viewOf(row: UserRow, environments: ReadonlyMap<string, string>): UserView {
  const { id, email, name, disabled, version } = row;
  const assignments = row.assignments
    .map(({ role, project, environmentId }) => ({
      role,
      project: project?.key ?? null,
      environment: environmentId === null ? null : (environments.get(environmentId) ?? null),
    }))
    .sort(byScope);
  return {
    id,
    email,
    name,
    disabled,
    active: row.passwordHash !== null || row.lastSeenAt !== null,
    assignments,
    version,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  };
}

/** Users as the admin API shows them. */
export async function userViews(db: Pick<Reader, 'environment'>, rows: readonly UserRow[]): Promise<UserView[]> {
  const held = rows.flatMap(({ assignments }) => assignments.map(({ environmentId }) => environmentId));
  const ids = [...new Set(held)].filter((id) => id !== null);
  const found =
    ids.length === 0
      ? []
      : await db.environment.findMany({ where: { id: { in: ids } }, select: { id: true, key: true } });
  const keys = new Map(found.map(({ id, key }) => [id, key]));
  return rows.map((row) => viewOf(row, keys));
}

export async function userView(db: Reader, id: string): Promise<UserView> {
  const [view] = await userViews(db, [await findUser(db, id)]);
  if (!view) throw serviceError('not_found');
  return view;
}
