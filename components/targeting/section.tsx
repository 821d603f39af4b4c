'use client';

import { type ReactNode, useId } from 'react';
import { cn } from '@/components/ui/cn';

export interface SectionProps {
  icon: ReactNode;
  title: ReactNode;
  /** One line on what happens here. */
  description?: ReactNode;
  /** At the right of the head. */
  action?: ReactNode;
  /** Nothing follows in the order of evaluation. */
  isLast?: boolean;
  className?: string;
  children?: ReactNode;
}

/** One step of the evaluation, joined to the next by a line. */
export function Section({ icon, title, description, action, isLast = false, className, children }: SectionProps) {
  const id = useId();
  return (
    <li className={cn('relative', !isLast && 'pb-4')}>
      {!isLast && <span aria-hidden="true" className="absolute bottom-0 left-[27px] h-4 w-px bg-input" />}
      <section aria-labelledby={id} className="rounded-lg border bg-card">
        <header className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
          <span
            aria-hidden="true"
            className="flex size-6 shrink-0 items-center justify-center rounded-md border bg-muted text-muted-foreground [&_svg]:size-3.5"
          >
            {icon}
          </span>
          <div className="min-w-0 flex-1 basis-40">
            <h2 id={id} className="text-sm leading-5 font-semibold">
              {title}
            </h2>
            {description && <p className="text-[13px] leading-[18px] text-muted-foreground">{description}</p>}
          </div>
          {action}
        </header>
        {children && <div className={cn('border-t px-4 py-3', className)}>{children}</div>}
      </section>
    </li>
  );
}
