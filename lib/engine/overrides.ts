import { parseInstant } from './instant';
import type { CompiledOverride, FlagEntry, Scope } from './model';
import type { OverrideBody } from './types';

/** An expiry that cannot be read has passed. */
export function compileOverride(body: OverrideBody): CompiledOverride {
  if (body.expiresAt === undefined) return { body, until: Number.POSITIVE_INFINITY };
  return { body, until: parseInstant(String(body.expiresAt)) ?? Number.NEGATIVE_INFINITY };
}

/** The override of the context's tenant, if it is in force at the scope's instant. */
export function overrideInForce(scope: Scope, entry: FlagEntry): CompiledOverride | null {
  if (scope.tenant === null || entry.overrides.size === 0) return null;
  const override = entry.overrides.get(scope.tenant);
  return override !== undefined && scope.now < override.until ? override : null;
}

/** Whether an override no longer counts at an instant. */
export const overrideExpired = (body: OverrideBody, now: number): boolean => now >= compileOverride(body).until;
