'use client';

import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { tabsListClasses, tabsTriggerClasses } from '@/components/ui/tabs';

export type PeopleView = 'subjects' | 'funnel';
const VIEWS: readonly PeopleView[] = ['subjects', 'funnel'];

/** The two ways of looking at people: one by one, and as a funnel. */
export function PeopleTabs({ project, view }: { project: string; view: PeopleView }) {
  const t = useTranslations('people.tabs');
  const search = useSearchParams();
  const hrefOf = (each: PeopleView): string => {
    const query = new URLSearchParams();
    const environment = search.get('env');
    if (environment) query.set('env', environment);
    if (each !== 'subjects') query.set('view', each);
    return `/p/${project}/people${query.size > 0 ? `?${query}` : ''}`;
  };
  return (
    <nav aria-label={t('label')}>
      <ul className={tabsListClasses}>
        {VIEWS.map((each) => (
          <li key={each} className="flex">
            <Link
              href={hrefOf(each)}
              aria-current={each === view ? 'page' : undefined}
              data-state={each === view ? 'active' : 'inactive'}
              className={tabsTriggerClasses}
            >
              {t(each)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
