import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

export interface PageBodyProps {
  /** `fill`: exactly the height that is left, for a table that scrolls inside. `prose`: a narrow column of forms. */
  layout?: 'flow' | 'fill' | 'prose';
  className?: string;
  children: ReactNode;
}

/** A page's padding and column, inside the frame. */
export function PageBody({ layout = 'flow', className, children }: PageBodyProps) {
  return (
    <div
      className={cn(
        'flex w-full flex-col gap-4 p-4 md:px-6 md:py-5',
        layout === 'fill' && 'h-full min-h-[24rem]',
        layout === 'prose' && 'mx-auto max-w-3xl gap-6',
        className,
      )}
    >
      {children}
    </div>
  );
}
