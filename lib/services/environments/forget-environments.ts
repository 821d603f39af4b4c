import type { Scope } from '../context';
import type { WriteContext } from '../transaction';

/** Removes what names environments without belonging to them: keys, roles held there, counts. */
export async function forgetEnvironments(tx: WriteContext<Scope>, ids: readonly string[]): Promise<void> {
  const where = { environmentId: { in: [...ids] } };
  await tx.db.apiKey.deleteMany({ where });
  await tx.db.assignment.deleteMany({ where });
  await tx.db.evaluationCount.deleteMany({ where });
  for (const id of ids) tx.changed(id);
}
