import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

export interface StepItemProps {
  number: number;
  title: string;
  state: 'done' | 'current' | 'ahead';
  /** Shown while it is the current step. */
  children: ReactNode;
}

export function StepItem({ number, title, state, children }: StepItemProps) {
  const t = useTranslations('flags.firstSteps');
  return (
    <li aria-current={state === 'current' ? 'step' : undefined} className="flex gap-3 py-1">
      <span
        aria-hidden="true"
        className={cn(
          'flex size-6 shrink-0 items-center justify-center rounded-full border text-xs font-medium tabular-nums',
          state === 'done' && 'border-success/30 bg-success/10 text-success',
          state === 'current' && 'border-primary bg-primary text-primary-foreground',
          state === 'ahead' && 'text-muted-foreground',
        )}
      >
        {state === 'done' ? <Check className="size-3.5" /> : number}
      </span>
      <div className="grid min-w-0 flex-1 grid-cols-1 gap-3">
        <h3 className={cn('text-sm leading-6 font-medium', state !== 'current' && 'text-muted-foreground')}>
          {title}
          {state === 'done' && <span className="sr-only">{t('stepDone')}</span>}
        </h3>
        {state === 'current' && children}
      </div>
    </li>
  );
}
