import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

export interface FieldErrorProps {
  /** For the control's `aria-describedby`. */
  id?: string;
  children?: ReactNode;
  className?: string;
}

/** An error under a control that has no react-hook-form field around it. Renders nothing without children. */
export function FieldError({ id, children, className }: FieldErrorProps) {
  if (!children) return null;
  return (
    <p id={id} role="alert" className={cn('text-xs text-destructive-text', className)}>
      {children}
    </p>
  );
}
