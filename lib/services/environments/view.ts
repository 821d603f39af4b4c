import type { EnvironmentRow } from '../transaction';
import type { EnvironmentView } from './types';

/** An environment as the admin API answers it: without its signing secret. */
export function environmentView(row: EnvironmentRow): EnvironmentView {
  const { id, key, name, color, position, requiredApprovals, requireComment, openToTenants } = row;
  const { protected: isProtected, publicRead, requireProof, epoch, number, version } = row;
  return {
    id,
    key,
    name,
    color,
    position,
    protected: isProtected,
    requiredApprovals,
    requireComment,
    openToTenants,
    publicRead,
    requireProof,
    epoch,
    number,
    version,
  };
}
