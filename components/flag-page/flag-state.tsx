import { OctagonX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { FlagState } from '@/lib/engine/types';

export interface FlagStateProps {
  state: FlagState;
  killed: boolean;
  className?: string;
}

/** A state in a word, with a mark that differs in shape as well as in colour. */
export function FlagStateText({ state, killed, className }: FlagStateProps) {
  const t = useTranslations('targeting.state');
  const shown = killed ? 'killed' : state;
  return (
    <span
      className={cn(
        'inline-flex items-center gap-1.5 text-xs font-medium whitespace-nowrap',
        shown === 'killed' && 'text-destructive-text',
        shown === 'on' && 'text-success',
        (shown === 'off' || shown === 'default') && 'text-muted-foreground',
        className,
      )}
    >
      {shown === 'killed' ? (
        <OctagonX aria-hidden="true" className="size-3.5" />
      ) : (
        <span
          aria-hidden="true"
          className={cn(
            'size-2 rounded-full border border-current',
            shown === 'on' && 'bg-current',
            shown === 'default' && 'border-dashed',
          )}
        />
      )}
      {t(shown)}
    </span>
  );
}
