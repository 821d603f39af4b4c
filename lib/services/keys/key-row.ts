import type { ApiKeyBody } from '@/lib/engine/types';
import type { Prisma } from '@/lib/db/generated/client';
import type { TransactionClient } from '../transaction';
import type { ApiKeyKind, ApiKeyView } from './types';

export type ApiKeyRow = Prisma.ApiKeyGetPayload<object>;

const kindOf = (kind: string): ApiKeyKind => (kind === 'client' || kind === 'server' ? kind : 'admin');

const viewOf = (row: ApiKeyRow, environments: ReadonlyMap<string, string>): ApiKeyView => ({
  id: row.id,
  kind: kindOf(row.kind),
  name: row.name,
  environment: row.environmentId === null ? null : (environments.get(row.environmentId) ?? null),
  role: row.role,
  edge: row.edge,
  origins: [...row.origins],
  hint: row.hint,
  createdAt: row.createdAt.toISOString(),
  createdBy: row.createdBy,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  version: row.version,
});

export async function apiKeyViews(
  db: Pick<TransactionClient, 'environment'>,
  projectId: string,
  rows: readonly ApiKeyRow[],
): Promise<ApiKeyView[]> {
  const found = await db.environment.findMany({ where: { projectId }, select: { id: true, key: true } });
  const keys = new Map(found.map(({ id, key }) => [id, key]));
  return rows.map((row) => viewOf(row, keys));
}

/** What the ruleset of its environment holds of a key: enough to let it in, and not the key. */
export function apiKeyBody({ kind, hash, edge, origins, expiresAt }: ApiKeyRow): ApiKeyBody {
  const ends = expiresAt ? { expiresAt: expiresAt.toISOString() } : {};
  return { v: 1, kind: kind === 'client' ? 'client' : 'server', hash, edge, origins: [...origins], ...ends };
}

const OURS = /^fs[acs]_/;

/** The beginning of a key, to recognise it by: too little of a short one to help anybody guess. */
export const hintOf = (key: string): string => key.slice(0, OURS.test(key) ? 8 : 4);
