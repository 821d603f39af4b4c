import type { TenantFlagView } from '@/lib/services/overrides/types';
import type { OverrideValue } from './override-actions';

/** What a flag's row shows while the server is still asked: the override written, or, for null, what it goes back to. */
export function withOverride(
  flag: TenantFlagView,
  value: OverrideValue | null,
  extra: { expiresAt?: string | null; note?: string | null } = {},
): TenantFlagView {
  if (value === null) return withoutOverride(flag);
  const variant = 'variant' in value ? value.variant : (variantFor(flag, value.enabled) ?? flag.variant);
  const enabled = 'enabled' in value ? value.enabled : flag.type === 'boolean' ? variant !== 'off' : flag.enabled;
  const { expiresAt = null, note = null } = extra;
  return { ...flag, overridden: true, from: 'tenant', enabled, variant, expiresAt, note };
}

function withoutOverride(flag: TenantFlagView): TenantFlagView {
  const followsDefault = flag.systemEnabled === null;
  const enabled = flag.systemEnabled ?? (flag.type === 'boolean' && flag.codeDefault === 'on');
  const variant = followsDefault ? flag.codeDefault : flag.type === 'boolean' ? variantFor(flag, enabled) : null;
  const from = followsDefault ? 'default' : 'system';
  return { ...flag, overridden: false, from, enabled, variant, expiresAt: null, note: null, setAt: null };
}

/** The variant a boolean flag is usually given for a value; the server decides by values, this is only shown meanwhile. */
function variantFor(flag: TenantFlagView, enabled: boolean): string | null {
  const usual = enabled ? 'on' : 'off';
  return flag.variants.some(({ key }) => key === usual) ? usual : null;
}
