'use client';

import { LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

export interface DataTableFootProps {
  hasMore: boolean;
  isLoadingMore?: boolean;
  hasLoadError?: boolean;
  onEndReached?: () => void;
}

/** The line under the last loaded row while there are more on the server. */
export function DataTableFoot({ hasMore, isLoadingMore, hasLoadError, onEndReached }: DataTableFootProps) {
  const t = useTranslations('common');
  if (hasLoadError) {
    return (
      <div role="alert" className="sticky left-0 flex h-10 items-center justify-center gap-3 border-t text-[13px]">
        <span className="text-destructive-text">{t('table.loadFailed')}</span>
        <Button variant="outline" size="xs" onClick={onEndReached}>
          {t('tryAgain')}
        </Button>
      </div>
    );
  }
  if (!hasMore && !isLoadingMore) return null;
  return (
    <div
      role="status"
      className="sticky left-0 flex h-10 items-center justify-center gap-2 text-[13px] text-muted-foreground"
    >
      <LoaderCircle className="size-4 animate-spin" aria-hidden="true" />
      {t('table.loadingMore')}
    </div>
  );
}
