'use client';

import { CalendarClock, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { TenantFlagView } from '@/lib/services/overrides/types';

export interface OverrideActionsProps {
  flag: TenantFlagView;
  onEdit: (flag: TenantFlagView) => void;
  onClear: (flag: TenantFlagView) => void;
  /** Says what the icon means, where there is room. */
  withText?: boolean;
}

/** What can be done with a flag's override besides switching it: end and note, and clearing it. */
export function OverrideActions({ flag, onEdit, onClear, withText = false }: OverrideActionsProps) {
  const t = useTranslations('tenants.flags');
  return (
    <span className="flex items-center gap-1">
      {flag.overridden && (
        <Button variant="outline" size="sm" aria-label={t('clearOf', { flag: flag.key })} onClick={() => onClear(flag)}>
          <Undo2 aria-hidden="true" />
          {t('clear')}
        </Button>
      )}
      {!flag.killed && (
        <Button
          variant={withText ? 'outline' : 'ghost'}
          size={withText ? 'sm' : 'icon-sm'}
          aria-label={t('edit', { flag: flag.key })}
          title={t('edit', { flag: flag.key })}
          onClick={() => onEdit(flag)}
        >
          <CalendarClock aria-hidden="true" className="text-muted-foreground" />
          {withText && t('editShort')}
        </Button>
      )}
    </span>
  );
}
