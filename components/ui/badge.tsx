import { cva, type VariantProps } from 'class-variance-authority';
import { Slot as SlotPrimitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

export const badgeVariants = cva(
  [
    'inline-flex h-5 w-fit shrink-0 items-center gap-1 overflow-hidden rounded-sm border px-1.5 text-xs font-medium',
    'whitespace-nowrap [&>svg]:pointer-events-none [&>svg]:size-3',
  ],
  {
    variants: {
      variant: {
        default: 'border-primary/25 bg-primary/10 text-link',
        secondary: 'border-transparent bg-secondary text-secondary-foreground',
        outline: 'text-muted-foreground',
        success: 'border-success/25 bg-success/10 text-success',
        warning: 'border-warning/30 bg-warning/10 text-warning',
        destructive: 'border-destructive/30 bg-destructive/10 text-destructive-text',
      },
    },
    defaultVariants: { variant: 'secondary' },
  },
);

export function Badge({
  className,
  variant,
  asChild = false,
  ...props
}: ComponentProps<'span'> & VariantProps<typeof badgeVariants> & { asChild?: boolean }) {
  const Part = asChild ? SlotPrimitive.Root : 'span';
  return <Part data-slot="badge" className={cn(badgeVariants({ variant }), className)} {...props} />;
}
