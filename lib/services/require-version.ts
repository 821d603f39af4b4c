import { serviceError } from './errors';

/** Lets a write pass that is based on what is stored. Throws `version_required` (400) or `version_conflict` (409). */
export function requireVersion(given: number | undefined, stored: number, current: unknown): void {
  if (given === undefined) throw serviceError('invalid', 'version_required');
  if (given !== stored) throw serviceError('conflict', 'version_conflict', { current });
}
