import { isDeepStrictEqual } from 'node:util';
import type { CaseRow } from './case-rows';

/** What a client reported of an evaluation. */
export interface Reported {
  value: unknown;
  reason?: string | undefined;
  variant?: string | undefined;
  errorCode?: string | undefined;
  flagMetadata?: object | undefined;
}

/** What differs from what the case expects, a line each; empty if nothing does. */
export function compareCase({ expect }: CaseRow, reported: Reported): string[] {
  const differences: string[] = [];
  const check = (what: string, wanted: unknown, got: unknown): void => {
    if (!isDeepStrictEqual(wanted, got))
      differences.push(`${what}: ${JSON.stringify(got)} for ${JSON.stringify(wanted)}`);
  };
  check('value', expect.value, reported.value);
  check('errorCode', expect.errorCode, reported.errorCode ?? null);
  if (expect.reason !== undefined) check('reason', expect.reason, reported.reason);
  if (expect.variant !== undefined) check('variant', expect.variant, reported.variant);
  if (expect.metadata !== undefined) check('metadata', expect.metadata, { ...reported.flagMetadata });
  return differences;
}
