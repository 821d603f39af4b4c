'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { TenantFlagView, ValueSource } from '@/lib/services/overrides/types';

/** What of a flag its value is worded from. */
export type WordedFlag = Pick<TenantFlagView, 'type' | 'enabled' | 'variant' | 'variants' | 'from' | 'systemEnabled'>;

export interface ValueWords {
  variant: (flag: Pick<TenantFlagView, 'variants'>, key: string) => string;
  /** "on", "off", or the variant's name. */
  value: (flag: WordedFlag) => string;
  /** "Override", "Following system: on", "Following default: off". */
  source: (flag: WordedFlag) => string;
  /** "System: on". */
  system: (flag: WordedFlag) => string;
}

const SOURCES = { tenant: 'byTenant', system: 'bySystem', default: 'byDefault' } as const satisfies Record<
  ValueSource,
  string
>;

/** Words for what a flag gives a tenant, and where that comes from. */
export function useValueWords(): ValueWords {
  const t = useTranslations('tenants.flags');
  return useMemo((): ValueWords => {
    const variant: ValueWords['variant'] = ({ variants }, key) =>
      variants.find((each) => each.key === key)?.name ?? key;
    const value: ValueWords['value'] = (flag) => {
      // On, and its default is off: rules decide, and "off" beside "System: on" would contradict itself.
      if (flag.type === 'boolean' && !flag.enabled && flag.from === 'system' && flag.systemEnabled) {
        return t('value.caller');
      }
      if (flag.type === 'boolean') return t(flag.enabled ? 'value.on' : 'value.off');
      return flag.variant === null ? t('value.caller') : variant(flag, flag.variant);
    };
    return {
      variant,
      value,
      source: (flag) => t(SOURCES[flag.from], { value: value(flag) }),
      system: ({ systemEnabled }) => {
        const state = systemEnabled === null ? 'value.default' : systemEnabled ? 'value.on' : 'value.off';
        return t('system', { value: t(state) });
      },
    };
  }, [t]);
}
