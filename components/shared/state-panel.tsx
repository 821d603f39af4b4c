import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

export interface StatePanelProps {
  icon?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  /** One or two buttons. */
  action?: ReactNode;
  /** A last, quiet line: a reference number, a hint. */
  footnote?: ReactNode;
  headingLevel?: 1 | 2 | 3;
  tone?: 'neutral' | 'danger';
  role?: 'alert' | 'status';
  className?: string;
}

/** The shape shared by empty, error and forbidden states. */
export function StatePanel({
  icon,
  title,
  description,
  action,
  footnote,
  headingLevel = 2,
  tone = 'neutral',
  role,
  className,
}: StatePanelProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div
      role={role}
      className={cn('mx-auto flex w-full max-w-md flex-col items-center px-4 py-12 text-center', className)}
    >
      {icon && (
        <div
          aria-hidden="true"
          className={cn(
            'mb-4 flex size-10 items-center justify-center rounded-lg border bg-muted text-muted-foreground',
            tone === 'danger' && 'border-destructive/30 bg-destructive/10 text-destructive-text',
            "[&_svg:not([class*='size-'])]:size-5",
          )}
        >
          {icon}
        </div>
      )}
      <Heading className="text-base font-semibold text-balance">{title}</Heading>
      {description && <div className="mt-1 text-sm text-pretty text-muted-foreground">{description}</div>}
      {action && <div className="mt-4 flex flex-wrap items-center justify-center gap-2">{action}</div>}
      {footnote && <div className="mt-4 text-xs text-muted-foreground">{footnote}</div>}
    </div>
  );
}
