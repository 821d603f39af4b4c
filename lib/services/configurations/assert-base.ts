import { conflicts } from '@/lib/changes/footprint';
import { serviceError } from '../errors';
import type { TransactionClient } from '../transaction';
import type { FoundSubject } from './find-subject';
import { configurationView } from './view';

/** The refusal that says what is stored now. */
export const versionConflict = ({ row, environment, configuration }: FoundSubject): Error =>
  serviceError('conflict', 'version_conflict', {
    current: configurationView(row.key, environment.key, configuration),
  });

/**
 * Lets a change made at an older version pass if nothing that it touches changed since. Throws `version_conflict`
 * with the current configuration.
 */
export async function assertBase(
  db: TransactionClient,
  subject: FoundSubject,
  version: number,
  footprint: readonly string[],
): Promise<void> {
  const { row, environment, configuration } = subject;
  if (version === configuration.version) return;
  if (version > configuration.version || version < 1) throw versionConflict(subject);
  const since = await db.change.findMany({
    where: { environmentId: environment.id, kind: 'config', subjectId: row.id, version: { gt: version } },
    select: { footprint: true },
  });
  const touched = since.flatMap((change) => change.footprint);
  if (conflicts(touched, footprint)) throw versionConflict(subject);
}
