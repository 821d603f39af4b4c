'use client';

import { SlidersHorizontal, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { EnvironmentView } from '@/lib/services/environments/types';
import { BulkDialog } from './bulk-dialog';

export interface BulkBarProps {
  project: string;
  environment: EnvironmentView;
  /** Keys of the selected tenants. */
  tenants: readonly string[];
  onClear: () => void;
}

/** What can be done with the selected tenants; absent while none is. */
export function BulkBar({ project, environment, tenants, onClear }: BulkBarProps) {
  const t = useTranslations('tenants.bulk');
  const [isOpen, setIsOpen] = useState(false);
  if (tenants.length === 0) return null;
  return (
    <section
      aria-label={t('label')}
      className="absolute inset-x-4 bottom-4 z-30 mx-auto flex w-fit max-w-full items-center gap-2 rounded-lg border bg-popover px-3 py-2 shadow-md"
    >
      <p role="status" className="min-w-0 truncate px-1 font-medium tabular-nums">
        {t('selected', { count: tenants.length })}
      </p>
      <Button variant="outline" size="sm" onClick={() => setIsOpen(true)}>
        <SlidersHorizontal aria-hidden="true" />
        {t('set')}
      </Button>
      <Button variant="ghost" size="icon-sm" aria-label={t('unselect')} title={t('unselect')} onClick={onClear}>
        <X />
      </Button>
      <BulkDialog
        project={project}
        environment={environment}
        tenants={tenants}
        open={isOpen}
        onClose={(isDone) => {
          setIsOpen(false);
          if (isDone) onClear();
        }}
      />
    </section>
  );
}
