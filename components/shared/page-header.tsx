import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

export interface PageHeaderProps {
  title: ReactNode;
  /** Beside the title: badges, a count. */
  meta?: ReactNode;
  description?: ReactNode;
  breadcrumb?: ReactNode;
  actions?: ReactNode;
  className?: string;
}

export function PageHeader({ title, meta, description, breadcrumb, actions, className }: PageHeaderProps) {
  return (
    <header className={cn('flex flex-wrap items-start justify-between gap-x-6 gap-y-3', className)}>
      <div className="min-w-0 flex-1 basis-64">
        {breadcrumb && <div className="mb-1">{breadcrumb}</div>}
        <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 text-lg leading-7 font-semibold tracking-tight text-balance">{title}</h1>
          {meta}
        </div>
        {description && <div className="mt-1 max-w-prose text-sm text-muted-foreground">{description}</div>}
      </div>
      {actions && <div className="flex min-h-8 flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
