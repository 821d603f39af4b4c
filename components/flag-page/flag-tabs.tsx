'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { tabsListClasses, tabsTriggerClasses } from '@/components/ui/tabs';
import { scopeQuery } from '@/lib/client/scope-query';
import { useDrafts } from './drafts';

const TABS = ['details', 'targeting', 'analytics', 'history'] as const;

/** The flag's pages; each is fetched ahead, so that switching is instant. */
export function FlagTabs({ home }: { home: string }) {
  const t = useTranslations('targeting.tabs');
  const pathname = usePathname();
  const asked = useSearchParams();
  const { unsaved } = useDrafts();
  const query = scopeQuery({ env: asked.get('env'), tenant: asked.get('tenant') });
  return (
    <nav aria-label={t('label')}>
      <ul className={tabsListClasses}>
        {TABS.map((tab) => {
          const isCurrent = pathname === `${home}/${tab}`;
          return (
            <li key={tab} className="flex">
              <Link
                href={`${home}/${tab}${query}`}
                prefetch
                scroll={false}
                aria-current={isCurrent ? 'page' : undefined}
                data-state={isCurrent ? 'active' : 'inactive'}
                className={cn(tabsTriggerClasses)}
              >
                {t(tab)}
                {tab === 'targeting' && unsaved.length > 0 && (
                  <span className="size-1.5 rounded-full bg-primary">
                    <span className="sr-only">{t('unsaved')}</span>
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
