import type { SubjectFlagView } from '@/lib/services/subjects/types';

/** Whether a flag is enabled for a subject: a boolean is true; anything else is served by more than being off. */
export function isGiven({
  value,
  reason,
  errorCode,
}: Pick<SubjectFlagView, 'value' | 'reason' | 'errorCode'>): boolean {
  if (errorCode !== undefined || value === undefined) return false;
  return typeof value === 'boolean' ? value : reason !== 'DISABLED';
}
