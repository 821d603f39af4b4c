import { mentionsOf } from '../items/mentions';
import type { Scope } from '../context';
import type { EnvironmentRow, WriteContext } from '../transaction';

/**
 * The locked environments in which a segment, or a flag that is not off, names one of these attributes: those whose
 * answers can change when the attribute means something else.
 */
export async function environmentsReading(
  tx: Pick<WriteContext<Scope>, 'db' | 'environments'>,
  attributes: readonly string[],
): Promise<EnvironmentRow[]> {
  if (attributes.length === 0) return [];
  // `user.x` is read as `x`.
  const names = attributes.flatMap((name) => [name, `user.${name}`]);
  const mentions = await mentionsOf(tx.db, tx.environments, names);
  const reached = new Set(
    mentions
      .filter(({ kind, body }) => kind === 'segment' || body.state !== 'off')
      .map(({ environment }) => environment),
  );
  return tx.environments.filter(({ key }) => reached.has(key));
}
