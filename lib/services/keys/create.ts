import type { z } from 'zod';
import { apiKeyCreateSchema } from '@/lib/schemas/api-key';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { hashSecret } from '../secrets';
import type { WriteContext } from '../transaction';
import { roleDefinitions } from '../users/grants';
import { assertMayGrant } from '../users/may-grant';
import { personBehind } from '../users/person-behind';
import { apiKeyBody, apiKeyViews, hintOf } from './key-row';
import type { CreatedApiKeyView } from './types';

const PREFIX = { client: 'fsc_', server: 'fss_', admin: 'fsa_' } as const;
const KEY_BYTES = 32;

async function assertRole(tx: WriteContext, role: string | undefined): Promise<void> {
  if (role === undefined) return;
  if (!(await roleDefinitions(tx.db, [role])).has(role)) throw serviceError('refused', 'unknown_role');
  await assertMayGrant(tx, [{ role, projectId: tx.scope.projectId, environmentId: null }]);
}

async function insert(tx: WriteContext, input: z.output<typeof apiKeyCreateSchema>, key: string) {
  const { kind, name, environment, role, origins, edge, expiresAt } = input;
  const row = await tx.db.apiKey.create({
    data: {
      id: tx.newId(),
      projectId: tx.scope.projectId,
      environmentId: kind === 'admin' || environment === undefined ? null : tx.environment(environment).id,
      kind,
      name,
      hash: hashSecret(key),
      hint: hintOf(key),
      role: role ?? null,
      edge,
      origins,
      expiresAt: expiresAt ?? null,
      createdBy: tx.actor.name,
      createdById: await personBehind(tx.db, tx.actor),
      createdAt: tx.now,
    },
  });
  // The ruleset carries it, so that keys are checked from memory, in an outage too.
  if (row.environmentId !== null) tx.items.put(row.environmentId, 'apiKey', row.id, apiKeyBody(row));
  return row;
}

/** Makes an API key. Its text is in the answer, this once; only its hash is stored. */
export const createApiKey = defineVerb({
  verbName: 'keys.create',
  input: apiKeyCreateSchema,
  permission: 'key.manage',
  locks: ({ kind, environment }) => ({
    environments: kind === 'admin' || environment === undefined ? [] : [environment],
  }),
  reaches: () => [],
  run: async (tx, input): Promise<CreatedApiKeyView> => {
    if (input.expiresAt && input.expiresAt <= tx.now) throw serviceError('refused', 'expiry_past');
    await assertRole(tx, input.role);
    const key = `${PREFIX[input.kind]}${tx.randomText(KEY_BYTES)}`;
    const row = await insert(tx, input, key);
    const [view] = await apiKeyViews(tx.db, tx.scope.projectId, [row]);
    if (!view) throw serviceError('not_found');
    tx.audit({ action: 'key.create', environment: view.environment ?? undefined, after: view });
    return { ...view, key };
  },
});
