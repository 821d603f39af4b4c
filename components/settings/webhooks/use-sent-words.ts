'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

const ERRORS = [
  'url_invalid',
  'url_scheme',
  'url_credentials',
  'url_port',
  'address_private',
  'host_unknown',
  'timeout',
  'unreachable',
  'tls',
  'redirect',
  'refused',
  'key_missing',
  'disabled',
] as const;

/** Why an attempt failed, in words. */
export function useSentWords(): (error: string) => string {
  const t = useTranslations('webhooks.error');
  return useCallback(
    (error) => {
      const known = ERRORS.find((each) => each === error);
      return known ? t(known) : error;
    },
    [t],
  );
}
