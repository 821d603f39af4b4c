'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { actionMessage } from './audit-actions';

/** Words what was done; an action without words is shown as it is stored. */
export function useActionText(): (action: string) => string {
  const t = useTranslations('audit.action');
  return useCallback((action) => (t.has(actionMessage(action)) ? t(actionMessage(action)) : action), [t]);
}
