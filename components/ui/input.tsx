import type { ComponentProps } from 'react';
import { cn } from './cn';

export const inputClasses = [
  'w-full min-w-0 rounded-md border border-input bg-background text-sm text-foreground transition-colors',
  'placeholder:text-muted-foreground hover:border-control/70 focus-visible:border-ring focus-visible:outline-1',
  'focus-visible:outline-offset-0 focus-visible:outline-ring disabled:cursor-not-allowed disabled:bg-muted',
  'disabled:text-muted-foreground [&[readonly]]:bg-muted/60 aria-invalid:border-destructive',
  'aria-invalid:focus-visible:outline-destructive',
].join(' ');

export function Input({ className, type = 'text', ...props }: ComponentProps<'input'>) {
  return <input type={type} data-slot="input" className={cn(inputClasses, 'h-8 px-2.5', className)} {...props} />;
}
