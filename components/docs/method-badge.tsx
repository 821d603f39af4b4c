import { cn } from '@/components/ui/cn';

const COLORS: Readonly<Record<string, string>> = {
  GET: 'text-link',
  POST: 'text-success',
  PUT: 'text-warning',
  PATCH: 'text-warning',
  DELETE: 'text-destructive-text',
};

/** An HTTP method; the word says it, the colour only helps to skim. */
export function MethodBadge({ method, className }: { method: string; className?: string }) {
  return (
    <span className={cn('inline-block w-13 shrink-0 font-mono text-xs font-semibold', COLORS[method], className)}>
      {method}
    </span>
  );
}
