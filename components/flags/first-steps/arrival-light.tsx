import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

/** A light that pulses while one waits, and stays lit once something came. */
export function ArrivalLight({ isLit, children }: { isLit: boolean; children: ReactNode }) {
  return (
    <p role="status" className="flex items-center gap-2.5 text-sm">
      <span aria-hidden="true" className="relative flex size-2.5">
        {!isLit && (
          <span className="absolute inline-flex size-full animate-ping rounded-full bg-warning opacity-60 motion-reduce:animate-none" />
        )}
        <span className={cn('relative inline-flex size-2.5 rounded-full', isLit ? 'bg-success' : 'bg-warning')} />
      </span>
      {children}
    </p>
  );
}
