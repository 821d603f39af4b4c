import { cn } from '@/components/ui/cn';
import type { ValueSource } from '@/lib/services/overrides/types';

const LOOKS: Record<ValueSource, string> = {
  tenant: 'border-link bg-link',
  system: 'border-control',
  default: 'border-dashed border-control',
};

/** Where a value comes from, as a shape: filled for an override, a ring for the system, a dashed one for the code. */
export function SourceMark({ source, className }: { source: ValueSource; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn('inline-block size-2.5 shrink-0 rounded-full border-[1.5px]', LOOKS[source], className)}
    />
  );
}
