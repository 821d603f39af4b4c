import type { Configuration } from '@/lib/engine/types';
import { serviceError } from '../errors';
import { readItem } from '../items/read';
import type { TransactionClient } from '../transaction';
import type { FoundSubject } from './find-subject';

/**
 * The configuration that a flag had at a version, or `not_found`. Found by the change that made it: a deleted flag's
 * key may be used again, so that its items alone do not say whose they are.
 */
export async function configurationAt(
  db: TransactionClient,
  { row, environment, configuration }: FoundSubject,
  version: number,
): Promise<Configuration> {
  if (version === configuration.version) return configuration;
  const change = await db.change.findUnique({
    where: {
      environmentId_kind_subjectId_version: {
        environmentId: environment.id,
        kind: 'config',
        subjectId: row.id,
        version,
      },
    },
    select: { number: true },
  });
  if (!change) throw serviceError('not_found');
  const stored = await db.item.findFirst({
    where: { environmentId: environment.id, kind: 'config', key: row.key, fromNumber: change.number },
    select: { kind: true, key: true, body: true },
  });
  const item = stored && readItem(stored);
  if (item?.kind !== 'config') throw serviceError('not_found');
  return item.body;
}
