import type { EnvironmentBody } from '@/lib/engine/types';
import type { EnvironmentRow } from '../transaction-client';

/** What an answer depends on of an environment's policies. */
export const environmentItem = ({
  publicRead,
  requireProof,
}: Pick<EnvironmentRow, 'publicRead' | 'requireProof'>): EnvironmentBody =>
  requireProof ? { v: 1, publicRead, requireProof } : { v: 1, publicRead };
