import type { DeclaredFlag } from '@/lib/schemas/registry';
import { creationChange } from '../configurations/record-created';
import { serviceError } from '../errors';
import type { EnvironmentRow, WriteContext } from '../transaction';
import { inPieces } from './in-pieces';
import { newFlag } from './new-flag';
import type { Declaring } from './plan';

const MOST_FLAGS = 10_000;

/** Refuses to go beyond what a project may have. */
export async function assertRoom(db: WriteContext['db'], projectId: string, added: number): Promise<void> {
  const count = added > 0 ? await db.flag.count({ where: { projectId } }) : 0;
  if (count + added > MOST_FLAGS) throw serviceError('refused', 'flags_limit', { params: { limit: MOST_FLAGS } });
}

/** Stores flags that nobody had: following their default in the environment that declares them, off elsewhere. */
export async function storeNewFlags(
  tx: WriteContext,
  environment: EnvironmentRow,
  declared: readonly DeclaredFlag[],
  { source, version }: Declaring,
  comment: string,
): Promise<void> {
  if (declared.length === 0) return;
  await assertRoom(tx.db, tx.scope.projectId, declared.length);
  const flags = declared.map((flag) => ({ ...newFlag(tx, flag), value: flag.default }));
  await tx.db.flag.createMany({ data: flags.map(({ data }) => data) });
  for (const { data, definition, configuration, codeDefault, value } of flags) {
    for (const { id } of tx.environments) {
      const isHere = id === environment.id;
      tx.items.put(id, 'flag', data.key, definition);
      tx.items.put(id, 'config', data.key, isHere ? { ...configuration, state: 'default' } : configuration);
    }
    tx.items.put(environment.id, 'codeDefault', data.key, { v: 1, variant: codeDefault });
    const { v: _, ...defined } = definition;
    const { key, name, description, kind } = data;
    tx.audit({
      action: 'flag.create',
      flag: key,
      environment: environment.key,
      after: { ...defined, key, name, description, kind, codeDefault, declared: { source, version, value } },
      comment,
    });
  }
  const changes = tx.environments.flatMap((each) =>
    flags.map(({ data }) => creationChange(tx, each, 'config', data, comment)),
  );
  for (const piece of inPieces(changes)) await tx.db.change.createMany({ data: piece });
}
