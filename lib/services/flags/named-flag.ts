import { asServiceError, serviceError } from '../errors';
import type { TransactionClient } from '../transaction';
import { type FlagRow, findFlag } from './flag-row';

/** A flag that a body names: one that is not there is something wrong with the body, so 422 and not 404. */
export async function namedFlag(db: TransactionClient, projectId: string, key: string): Promise<FlagRow> {
  try {
    return await findFlag(db, projectId, key);
  } catch (thrown) {
    if (asServiceError(thrown)?.kind !== 'not_found') throw thrown;
    const issue = { path: 'flag', code: 'flag_absent', message: 'There is no flag with this key.' };
    throw serviceError('refused', 'unknown_flag', { issues: [issue] });
  }
}
