import { overrideExpired } from '@/lib/engine/overrides';
import type { CodeDefaultBody, Configuration, FlagDefinition, OverrideBody } from '@/lib/engine/types';
import { definitionOf } from '../flags/definition-of';
import type { FlagRow } from '../flags/flag-row';
import type { TenantFlagView, ValueSource } from './types';

/** What a flag's answer for a tenant is made of, where no rule has a say. */
export interface FlagState {
  row: FlagRow;
  configuration: Configuration;
  codeDefault: CodeDefaultBody | null;
  /** With the instant it was set; null without a tenant or without an override. */
  override: { body: OverrideBody; setAt: Date } | null;
}

/** Whether serving a variant counts as on: a boolean flag's value, and of another flag anything but its off variant. */
export function isEnabling(definition: FlagDefinition, { offVariant }: Configuration, variant: string | null): boolean {
  if (definition.type !== 'boolean') return variant !== offVariant;
  return definition.variants.some(({ key, value }) => key === variant && value === true);
}

interface Value {
  variant: string | null;
  enabled: boolean;
  from: ValueSource;
}

/** The value without an override: what the state says, and on top of it the default rule. */
function systemValue({ row, configuration, codeDefault }: FlagState): Value {
  const definition = definitionOf(row);
  const { state, killed, offVariant, default: fallback } = configuration;
  if (killed || state === 'off') return { variant: offVariant, enabled: false, from: 'system' };
  if (state === 'default') {
    const variant = codeDefault?.variant ?? offVariant;
    return { variant, enabled: isEnabling(definition, configuration, variant), from: 'default' };
  }
  if ('split' in fallback) return { variant: null, enabled: true, from: 'system' };
  const { variant } = fallback;
  return { variant, enabled: isEnabling(definition, configuration, variant), from: 'system' };
}

const SYSTEM_ENABLED = { on: true, off: false, default: null } as const;

/** What a flag gives a tenant, or everybody, at an instant. A killed flag serves its off variant whatever is overridden. */
export function flagStateView(found: FlagState, now: Date): TenantFlagView {
  const { row, configuration, codeDefault } = found;
  const definition = definitionOf(row);
  const override = found.override && !overrideExpired(found.override.body, now.getTime()) ? found.override : null;
  const system = systemValue(found);
  const variant = override?.body.variant ?? null;
  const own: Value = { variant, enabled: isEnabling(definition, configuration, variant), from: 'tenant' };
  return {
    key: row.key,
    name: row.name,
    description: row.description,
    type: definition.type,
    codeDefault: codeDefault?.variant ?? null,
    ...(override && !configuration.killed ? own : system),
    overridden: override !== null,
    systemEnabled: SYSTEM_ENABLED[configuration.state],
    expiresAt: override?.body.expiresAt ?? null,
    note: override?.body.note ?? null,
    setAt: override?.setAt.toISOString() ?? null,
    killed: configuration.killed,
    tenantManaged: definition.tenantManaged,
    variants: definition.variants.map(({ key, name }) => ({ key, name: name ?? null })),
  };
}
