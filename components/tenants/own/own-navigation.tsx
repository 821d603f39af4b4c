'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { tabsListClasses, tabsTriggerClasses } from '@/components/ui/tabs';
import { scopeQuery } from '@/lib/client/scope-query';

const PARTS = [
  { id: 'flags', path: '' },
  { id: 'roles', path: '/roles' },
  { id: 'audit', path: '/audit' },
] as const;

/** The pages of a tenant's own admins. */
export function OwnNavigation({ own }: { own: string }) {
  const t = useTranslations('tenants');
  const pathname = usePathname();
  const query = scopeQuery({ env: useSearchParams().get('env') });
  return (
    <nav aria-label={t('own.navigation')} className="px-4 md:px-5">
      <ul className={cn(tabsListClasses, 'h-9 border-b-0')}>
        {PARTS.map(({ id, path }) => {
          const isCurrent = pathname === `${own}${path}`;
          return (
            <li key={id} className="flex">
              <Link
                href={`${own}${path}${query}`}
                aria-current={isCurrent ? 'page' : undefined}
                data-state={isCurrent ? 'active' : undefined}
                className={tabsTriggerClasses}
              >
                {t(`${id}.title`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
