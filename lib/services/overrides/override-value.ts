import { trueVariant } from '@/lib/engine/verdicts';
import type { FlagDefinition, OverrideBody } from '@/lib/engine/types';
import { definitionOf } from '../flags/definition-of';
import { serviceError } from '../errors';
import { type FlagState, isEnabling } from './flag-view';
import type { OverrideValue } from './types';

/** What is asked of an override; of `enabled` and `variant` one is given. */
export interface AskedOverride {
  enabled?: boolean | undefined;
  variant?: string | undefined;
  expiresAt?: Date | null | undefined;
  note?: string | undefined;
}

function refused(path: string, code: string, message: string): Error {
  return serviceError('refused', code, { issues: [{ path, code, message }] });
}

function falseVariant({ variants }: FlagDefinition, offVariant: string | null): string | null {
  const falseOnes = variants.filter(({ value }) => value === false);
  return (falseOnes.find(({ key }) => key === offVariant) ?? falseOnes[0])?.key ?? null;
}

/** The variant that is meant. Throws 422 for one that the flag has not, and for a short form it has no variant for. */
function variantOf({ row, configuration }: Omit<FlagState, 'override'>, asked: AskedOverride): string {
  const definition = definitionOf(row);
  const { enabled, variant } = asked;
  if (variant !== undefined) {
    if (definition.variants.some(({ key }) => key === variant)) return variant;
    throw refused('variant', 'unknown_variant', 'The flag has no such variant.');
  }
  const isBoolean = definition.type === 'boolean';
  if (!isBoolean && enabled) throw refused('variant', 'variant_needed', 'Say which variant it is.');
  const off = isBoolean ? falseVariant(definition, configuration.offVariant) : configuration.offVariant;
  const meant = enabled ? trueVariant(definition) : off;
  if (meant === null) throw refused('variant', enabled ? 'variant_needed' : 'off_variant_needed', 'Say which variant.');
  return meant;
}

/** The override that is asked for, as it is stored. Throws 422 where it makes no sense for the flag, or has passed. */
export function overrideBody(state: Omit<FlagState, 'override'>, asked: AskedOverride, now: Date): OverrideBody {
  const { expiresAt, note } = asked;
  if (expiresAt && expiresAt <= now) throw refused('expiresAt', 'expiry_past', 'It would have expired already.');
  return {
    v: 1,
    variant: variantOf(state, asked),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    ...(note && { note }),
  };
}

/** An override as audit and bulk answers say it. */
export function overrideValue({ row, configuration }: FlagState, body: OverrideBody): OverrideValue {
  const { variant, expiresAt = null, note = null } = body;
  return { variant, enabled: isEnabling(definitionOf(row), configuration, variant), expiresAt, note };
}
