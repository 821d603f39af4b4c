'use client';

import { Flag, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/shared/empty-state';
import { Button } from '@/components/ui/button';

export interface FlagListEmptyProps {
  q: string;
  onClear: () => void;
  /** The button that makes a flag, for those who may. */
  create: ReactNode;
}

/** No flags yet, or none that match. */
export function FlagListEmpty({ q, onClear, create }: FlagListEmptyProps) {
  const t = useTranslations('flags');
  if (q === '') {
    return <EmptyState icon={<Flag />} title={t('empty.title')} description={t('empty.description')} action={create} />;
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title={t('noMatch.title')}
      description={t('noMatch.description')}
      action={
        <Button variant="outline" onClick={onClear}>
          {t('noMatch.clear')}
        </Button>
      }
    />
  );
}
