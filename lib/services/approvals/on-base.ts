import { z } from 'zod';
import type { JsonValue } from '@/lib/engine/types';
import type { AuditDraft } from '../audit/draft';

const versioned = z.object({ version: z.int() });

/**
 * The call to keep for one that says where to go back to, but not from where: people agree to what it changes now, and
 * not to taking back what others will have done by then.
 */
export function onBase(
  verb: string,
  input: Record<string, JsonValue>,
  drafts: readonly AuditDraft[],
): Record<string, JsonValue> {
  if (verb !== 'configurations.revert' || input.version !== undefined) return input;
  const base = versioned.safeParse(drafts[0]?.before);
  return base.success ? { ...input, version: base.data.version } : input;
}
