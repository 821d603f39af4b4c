'use client';

import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsInteger, useQueryState } from 'nuqs';
import { useId } from 'react';
import { PageBody } from '@/components/frame/page-body';
import { EmptyState } from '@/components/shared/empty-state';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { ErrorState } from '@/components/shared/error-state';
import { PageHeader } from '@/components/shared/page-header';
import { Label } from '@/components/ui/label';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { useFunnel } from '@/lib/client/use-funnel';
import type { FunnelView } from '@/lib/services/onboarding/types';
import { FunnelChart } from './funnel-chart';
import type { PeoplePlace } from './people-place';
import { PeopleTabs } from './people-tabs';

const CHOICES = [1, 3, 7, 14, 30, 90];
const USUAL_DAYS = 7;

/** How far the subjects of an environment got, and where they stay. */
export function PeopleFunnel({ project, environment, initial }: PeoplePlace & { initial: FunnelView }) {
  const t = useTranslations('people');
  const id = useId();
  const [days, setDays] = useQueryState('days', parseAsInteger.withDefault(USUAL_DAYS));
  const { data, error, refetch } = useFunnel(project, environment.key, days, initial);
  const funnel = data ?? initial;
  const choices = CHOICES.includes(days) ? CHOICES : [...CHOICES, days];
  const hrefOf = (stage: string) =>
    `/p/${project}/people?env=${encodeURIComponent(environment.key)}&stage=${encodeURIComponent(stage)}`;
  return (
    <PageBody className="max-w-6xl">
      <PageHeader
        title={t('title')}
        meta={
          <>
            <EnvironmentBadge environment={environment} />
            <span className="text-sm text-muted-foreground">{t('count', { count: funnel.total })}</span>
          </>
        }
      />
      <PeopleTabs project={project} view="funnel" />
      <div className="flex flex-wrap items-center gap-2">
        <Label htmlFor={id} className="font-normal text-muted-foreground">
          {t('funnel.stuckAfter')}
        </Label>
        <Select value={String(days)} onValueChange={(next) => void setDays(Number(next))}>
          <SelectTrigger id={id} className="w-32">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {choices.map((each) => (
              <SelectItem key={each} value={String(each)}>
                {t('funnel.days', { count: each })}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      </div>
      {error ? (
        <ErrorState onRetry={() => void refetch()} />
      ) : funnel.total === 0 ? (
        <EmptyState icon={<Users />} title={t('empty.title')} description={t('empty.description')} />
      ) : (
        <>
          <FunnelChart funnel={funnel} hrefOf={hrefOf} />
          {funnel.unstaged > 0 && (
            <p className="text-[13px] text-muted-foreground">{t('funnel.unstaged', { count: funnel.unstaged })}</p>
          )}
        </>
      )}
    </PageBody>
  );
}
