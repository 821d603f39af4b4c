'use client';

import { ListChecks } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { PageBody } from '@/components/frame/page-body';
import { EmptyState } from '@/components/shared/empty-state';
import { Button } from '@/components/ui/button';
import { plansPath } from './plan-place';

/** A plan that is not there, or not any more. */
export function PlanMissing({ project }: { project: string }) {
  const t = useTranslations('plans.notFound');
  return (
    <PageBody>
      <EmptyState
        icon={<ListChecks />}
        headingLevel={1}
        title={t('title')}
        description={t('description')}
        action={
          <Button asChild variant="outline">
            <Link href={plansPath({ project })}>{t('back')}</Link>
          </Button>
        }
      />
    </PageBody>
  );
}
