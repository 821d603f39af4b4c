'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { RoleView } from '@/lib/services/roles/types';

/** A role's name: built-in ones in the reader's language, custom ones as they were named. */
export function useRoleName(): (role: Pick<RoleView, 'key' | 'name' | 'builtIn'>) => string {
  const t = useTranslations('settings.role.builtIn');
  return useCallback(({ key, name, builtIn }) => (builtIn && t.has(key) ? t(key) : name), [t]);
}
