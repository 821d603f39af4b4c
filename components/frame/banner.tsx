import { Clock, DatabaseZap } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

export interface BannerProps {
  icon: ReactNode;
  tone: 'notice' | 'warning';
  action?: ReactNode;
  children: ReactNode;
}

/** A line above the frame about the whole installation. */
export function Banner({ icon, tone, action, children }: BannerProps) {
  return (
    <div
      role="status"
      className={cn(
        'flex min-h-9 shrink-0 flex-wrap items-center justify-center gap-x-3 gap-y-1 border-b px-4 py-1.5 text-[13px]',
        tone === 'warning' ? 'bg-warning/12' : 'bg-primary/8',
        "[&_svg:not([class*='size-'])]:size-4",
      )}
    >
      <p className="flex items-center gap-2">
        <span aria-hidden="true" className={cn('shrink-0', tone === 'warning' ? 'text-warning' : 'text-link')}>
          {icon}
        </span>
        {children}
      </p>
      {action}
    </div>
  );
}

/** The clock was moved: every time on the page is read from it. */
export function TestClockBanner({ now, action }: { now: string; action?: ReactNode }) {
  const t = useTranslations('frame.banner');
  const format = useFormatter();
  const instant = format.dateTime(new Date(now), { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });
  return (
    <Banner tone="notice" icon={<Clock />} action={action}>
      {t('testClock', { instant: `${instant} UTC` })}
    </Banner>
  );
}

/** The database is away: last known values are served and nothing can be saved. */
export function StaleBanner() {
  const t = useTranslations('frame.banner');
  return (
    <Banner tone="warning" icon={<DatabaseZap />}>
      {t('stale')}
    </Banner>
  );
}
