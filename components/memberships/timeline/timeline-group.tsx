'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';

/** A flag's name above its memberships. */
export function TimelineGroup({ flag, count, href }: { flag: string; count: number; href: string }) {
  const t = useTranslations('memberships.timeline');
  return (
    <div role="row" className="relative z-10 flex h-full items-end gap-2 border-b bg-muted px-3 pb-1.5">
      <div role="cell" className="sticky left-3 flex min-w-0 items-baseline gap-2">
        <Link href={href} className="truncate rounded-sm font-mono text-xs font-medium hover:underline">
          {flag}
        </Link>
        <span className="text-xs text-muted-foreground tabular-nums">{t('inFlag', { count })}</span>
      </div>
    </div>
  );
}
