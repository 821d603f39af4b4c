import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Skeleton } from '@/components/ui/skeleton';

/** Tells assistive technology that something loads; the grey shapes inside are decoration. */
function Loading({ className, children }: { className?: string; children: ReactNode }) {
  const t = useTranslations('common');
  return (
    <div role="status" aria-busy="true" className={className}>
      <span className="sr-only">{t('loading')}</span>
      {children}
    </div>
  );
}

const places = (count: number) => Array.from({ length: count }, (_, place) => place);

export function TableSkeleton({ rows = 12, className }: { rows?: number; className?: string }) {
  return (
    <Loading className={cn('overflow-hidden rounded-lg border', className)}>
      <div className="h-8 border-b bg-muted/50" />
      {places(rows).map((place) => (
        <div key={place} className="flex h-10 items-center gap-4 border-b px-4 last:border-b-0">
          <Skeleton className="h-3" style={{ width: `${18 + ((place * 37) % 20)}%` }} />
          <Skeleton className="h-3 w-16 max-sm:hidden" />
          <Skeleton className="ml-auto h-4 w-8 rounded-full" />
          <Skeleton className="h-4 w-8 rounded-full max-sm:hidden" />
        </div>
      ))}
    </Loading>
  );
}

export function FormSkeleton({ fields = 4, className }: { fields?: number; className?: string }) {
  return (
    <Loading className={cn('grid max-w-xl gap-5', className)}>
      {places(fields).map((place) => (
        <div key={place} className="grid gap-2">
          <Skeleton className="h-3 w-24" />
          <Skeleton className="h-8 w-full rounded-md" />
        </div>
      ))}
    </Loading>
  );
}

export function PageSkeleton({ children }: { children?: ReactNode }) {
  return (
    <div className="flex flex-col gap-6 p-4 md:p-6">
      <div className="flex items-center justify-between">
        <Skeleton className="h-6 w-40" />
        <Skeleton className="h-8 w-28 rounded-md" />
      </div>
      {children ?? <TableSkeleton />}
    </div>
  );
}
