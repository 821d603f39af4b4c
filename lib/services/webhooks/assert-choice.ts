import { serviceError } from '../errors';
import { isTopic } from '../outbox/topics';
import type { WriteContext } from '../transaction';

/** Throws `refused` for events that are none, and for environments that are not there. */
export async function assertChoice(
  tx: WriteContext,
  { topics = [], environments = [] }: { topics?: readonly string[]; environments?: readonly string[] },
): Promise<void> {
  if (!topics.every(isTopic)) throw serviceError('refused', 'webhook_topic_unknown');
  const wanted = [...new Set(environments)];
  const { projectId } = tx.scope;
  const found = await tx.db.environment.count({ where: { projectId, key: { in: wanted } } });
  if (found !== wanted.length) throw serviceError('refused', 'webhook_environment_unknown');
}
