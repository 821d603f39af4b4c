'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { tabsListClasses, tabsTriggerClasses } from '@/components/ui/tabs';

export const SETTINGS_SECTIONS = [
  'environments',
  'onboarding',
  'attributes',
  'keys',
  'webhooks',
  'users',
  'roles',
  'project',
  'jobs',
  'account',
] as const;
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

/** The parts of the settings that one may see, as links. */
export function SettingsNav({ project, sections }: { project: string; sections: readonly SettingsSection[] }) {
  const t = useTranslations('settings');
  const path = usePathname();
  const current = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (path) current.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [path]);
  return (
    <nav aria-label={t('title')}>
      <ul className={cn(tabsListClasses, 'w-full')}>
        {sections.map((section) => {
          const href = `/p/${project}/settings/${section}`;
          const isCurrent = path.startsWith(href);
          return (
            <li key={section} className="flex">
              <Link
                ref={isCurrent ? current : undefined}
                href={href}
                aria-current={isCurrent ? 'page' : undefined}
                data-state={isCurrent ? 'active' : 'inactive'}
                className={tabsTriggerClasses}
              >
                {t(`section.${section}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
