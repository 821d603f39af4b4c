'use client';

import { UserSearch } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { PageBody } from '@/components/frame/page-body';
import { EmptyState } from '@/components/shared/empty-state';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { Button } from '@/components/ui/button';
import type { PeoplePlace } from './people-place';

/** A subject that the environment does not know. */
export function SubjectMissing({ project, environment }: Pick<PeoplePlace, 'project' | 'environment'>) {
  const t = useTranslations('people');
  return (
    <PageBody>
      <EmptyState
        icon={<UserSearch />}
        headingLevel={1}
        title={t('notFound.title')}
        description={t('notFound.description')}
        action={
          <Button asChild variant="outline">
            <Link href={`/p/${project}/people?env=${encodeURIComponent(environment.key)}`}>{t('notFound.back')}</Link>
          </Button>
        }
        footnote={<EnvironmentBadge environment={environment} />}
      />
    </PageBody>
  );
}
