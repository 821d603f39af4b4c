import { newConfiguration } from '@/lib/changes/new-configuration';
import { flagCreateSchema, type FlagCreate } from '@/lib/schemas/flag';
import { foldKey } from '@/lib/schemas/key';
import { creationChange } from '../configurations/record-created';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { jsonOf } from '../json-of';
import type { WriteContext } from '../transaction';
import { auditedFlag } from './audited-flag';
import { definitionOf } from './definition-of';
import type { FlagRow } from './flag-row';
import type { FlagView } from './types';
import { flagView, readFlagView } from './view';

const SALT_BYTES = 16;
const MOST_FLAGS = 10_000;

async function assertRoom(tx: WriteContext, key: string): Promise<void> {
  const { projectId } = tx.scope;
  const keyFolded = foldKey(key);
  const taken = await tx.db.flag.findUnique({ where: { projectId_keyFolded: { projectId, keyFolded } } });
  if (taken) throw serviceError('conflict', 'key_taken', { current: await readFlagView(tx.db, taken) });
  const count = await tx.db.flag.count({ where: { projectId } });
  if (count >= MOST_FLAGS) throw serviceError('refused', 'flags_limit', { params: { limit: MOST_FLAGS } });
}

async function insert(tx: WriteContext, asked: FlagCreate): Promise<FlagRow> {
  const { comment: _, ...input } = asked;
  await assertRoom(tx, input.key);
  return tx.db.flag.create({
    data: {
      ...input,
      id: tx.newId(),
      projectId: tx.scope.projectId,
      keyFolded: foldKey(input.key),
      variants: jsonOf(input.variants),
      metadata: jsonOf(input.metadata),
      links: jsonOf(input.links),
      salt: tx.randomText(SALT_BYTES),
      createdAt: tx.now,
      updatedAt: tx.now,
      createdBy: tx.actor.name,
    },
  });
}

/** Makes a flag, off in every environment: it reaches none. */
export const createFlag = defineVerb({
  verbName: 'flags.create',
  input: flagCreateSchema,
  permission: 'flag.edit',
  locks: () => ({ environments: 'all' }),
  reaches: () => [],
  run: async (tx, input): Promise<FlagView> => {
    const row = await insert(tx, input);
    const definition = definitionOf(row);
    const configuration = newConfiguration(definition);
    for (const { id } of tx.environments) {
      tx.items.put(id, 'flag', row.key, definition);
      tx.items.put(id, 'config', row.key, configuration);
    }
    await tx.db.change.createMany({
      data: tx.environments.map((environment) => creationChange(tx, environment, 'config', row, input.comment)),
    });
    const standing = [...tx.environments]
      .sort((a, b) => a.position - b.position)
      .map((environment) => ({
        environment,
        configuration,
        codeDefault: null,
        since: tx.now,
        lastSeenAt: null,
      }));
    const view = flagView(row, standing);
    tx.audit({ action: 'flag.create', flag: row.key, after: auditedFlag(row), comment: input.comment });
    return view;
  },
});
