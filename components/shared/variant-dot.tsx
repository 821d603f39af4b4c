import { cn } from '@/components/ui/cn';
import { variantColor } from './variant-color';

export interface VariantDotProps {
  /** Place in the definition's order; null for "the caller's own default", drawn hollow. */
  index: number | null;
  className?: string;
}

/** Decoration beside a variant's name, never instead of it. */
export function VariantDot({ index, className }: VariantDotProps) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        'inline-block size-2 shrink-0 rounded-full',
        index === null && 'border border-control bg-transparent',
        className,
      )}
      style={index === null ? undefined : { backgroundColor: variantColor(index) }}
    />
  );
}
