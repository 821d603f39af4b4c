'use client';

import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/shared/relative-time';
import { cn } from '@/components/ui/cn';
import { OverrideControl, type OverrideControlProps } from './override-control';
import { useValueWords } from './use-value-words';

/** The status column in tenant scope: the control, where its value comes from, and what the system says beneath. */
export function OverrideStatus(props: OverrideControlProps) {
  const { flag } = props;
  const t = useTranslations('tenants.flags');
  const words = useValueWords();
  return (
    <span className="grid min-w-0 gap-0.5">
      <span className="flex min-w-0 items-center gap-2">
        <OverrideControl {...props} />
        <span
          className={cn(
            'truncate text-[13px] leading-5',
            flag.overridden ? 'font-medium text-link' : 'text-muted-foreground',
          )}
        >
          {words.source(flag)}
        </span>
      </span>
      <span className="truncate text-xs leading-4 text-muted-foreground" title={flag.note ?? undefined}>
        {words.system(flag)}
        {flag.expiresAt && (
          <>
            {' · '}
            {t.rich('until', { instant: () => <RelativeTime at={flag.expiresAt} /> })}
          </>
        )}
      </span>
    </span>
  );
}
