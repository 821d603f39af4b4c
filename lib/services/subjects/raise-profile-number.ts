import type { Scope } from '../context';
import type { WriteContext } from '../transaction';

/**
 * The next profile number of an environment, which the subjects that a write changes are given: instances drop what
 * they hold of those. Needs the environment's lock; other instances are told once it is committed.
 */
export async function raiseProfileNumber(
  tx: Pick<WriteContext<Scope>, 'db' | 'changed'>,
  environmentId: string,
): Promise<number> {
  const { profileNumber } = await tx.db.environment.update({
    where: { id: environmentId },
    data: { profileNumber: { increment: 1 } },
    select: { profileNumber: true },
  });
  tx.changed(environmentId);
  return profileNumber;
}
