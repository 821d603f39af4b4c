'use client';

import { Pencil } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { PageBody } from '@/components/frame/page-body';
import { CopyButton } from '@/components/shared/copy-button';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { PageHeader } from '@/components/shared/page-header';
import { RelativeTime } from '@/components/shared/relative-time';
import {
  Breadcrumb,
  BreadcrumbItem,
  BreadcrumbLink,
  BreadcrumbList,
  BreadcrumbPage,
  BreadcrumbSeparator,
} from '@/components/ui/breadcrumb';
import { MembershipList } from '@/components/memberships/membership-list';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import type { SubjectFlagsView } from '@/lib/services/subjects/types';
import { EditProfile } from './edit-profile';
import { EraseZone } from './erase-zone';
import { Facts, JsonText } from './facts';
import { MilestoneList } from './milestone-list';
import { StageTrack } from './stage-track';
import { SubjectFlags } from './subject-flags';
import type { SubjectPlace } from './subject-page-types';

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
      </CardHeader>
      <CardContent>{children}</CardContent>
    </Card>
  );
}

function Path({ list, name }: { list: string; name: string }) {
  const t = useTranslations('people');
  return (
    <Breadcrumb aria-label={t('breadcrumb')}>
      <BreadcrumbList>
        <BreadcrumbItem>
          <BreadcrumbLink asChild>
            <Link href={list}>{t('title')}</Link>
          </BreadcrumbLink>
        </BreadcrumbItem>
        <BreadcrumbSeparator />
        <BreadcrumbItem>
          <BreadcrumbPage className="font-mono">{name}</BreadcrumbPage>
        </BreadcrumbItem>
      </BreadcrumbList>
    </Breadcrumb>
  );
}

/** One subject in one environment: what is known of it, how far it got, and what it gets of every flag. */
export function SubjectPage({ flags, ...place }: SubjectPlace & { flags: SubjectFlagsView }) {
  const { project, environment, onboarding, subject } = place;
  const t = useTranslations('people');
  const [isEditing, setEditing] = useState(false);
  const { targetingKey, attributes, counters } = subject;
  const query = `?env=${encodeURIComponent(environment.key)}`;
  const canEdit = environment.can.editSubjects;
  return (
    <PageBody className="max-w-7xl">
      <PageHeader
        breadcrumb={<Path list={`/p/${project}/people${query}`} name={targetingKey} />}
        title={<span className="font-mono break-all">{targetingKey}</span>}
        meta={
          <>
            <CopyButton value={targetingKey} />
            <EnvironmentBadge environment={environment} />
          </>
        }
        actions={
          canEdit && (
            <Button variant="outline" onClick={() => setEditing(true)}>
              <Pencil />
              {t('edit.open')}
            </Button>
          )
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-4 lg:order-last">
          <Part title={t('stages.title')}>
            <StageTrack subject={subject} onboarding={onboarding} />
          </Part>
          <Part title={t('milestones.title')}>
            <MilestoneList reached={subject.milestones} onboarding={onboarding} />
          </Part>
          <Part title={t('membership.list')}>
            <MembershipList project={project} environment={environment} subject={subject.targetingKey} />
          </Part>
          <Part title={t('profile.title')}>
            <Profile {...place} />
          </Part>
          <Part title={t('counters.title')}>
            {Object.keys(counters).length === 0 ? (
              <p className="text-[13px] text-muted-foreground">{t('counters.none')}</p>
            ) : (
              <Facts
                rows={Object.entries(counters)
                  .sort(([a], [b]) => (a < b ? -1 : 1))
                  .map(([name, count]) => ({ name, value: <span className="tabular-nums">{count}</span> }))}
              />
            )}
          </Part>
          <Part title={t('attributes.title')}>
            {Object.keys(attributes).length === 0 ? (
              <p className="text-[13px] text-muted-foreground">{t('attributes.none')}</p>
            ) : (
              <Facts
                rows={Object.entries(attributes).map(([name, value]) => ({ name, value: <JsonText value={value} /> }))}
              />
            )}
          </Part>
        </div>
        <div className="grid min-w-0 gap-4">
          <SubjectFlags {...place} initial={flags} />
          {canEdit && <EraseZone {...place} />}
        </div>
      </div>
      <EditProfile {...place} open={isEditing} onClose={() => setEditing(false)} />
    </PageBody>
  );
}

/** Role, tenant and since when. */
function Profile({ project, environment, subject }: SubjectPlace) {
  const t = useTranslations('people.profile');
  const { role, tenant, joinedAt, createdAt, updatedAt } = subject;
  const none = <span className="text-muted-foreground">–</span>;
  const people = `/p/${project}/people?env=${encodeURIComponent(environment.key)}`;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 text-[13px]">
      <Fact name={t('role')}>{role ?? none}</Fact>
      <Fact name={t('tenant')}>
        {tenant === null ? (
          none
        ) : (
          <Link
            href={`${people}&tenant=${encodeURIComponent(tenant)}`}
            className="rounded-sm text-link underline-offset-2 hover:underline"
          >
            {tenant}
          </Link>
        )}
      </Fact>
      <Fact name={t('joined')}>{joinedAt === null ? none : <RelativeTime at={joinedAt} />}</Fact>
      <Fact name={t('known')}>
        <RelativeTime at={createdAt} />
      </Fact>
      <Fact name={t('updated')}>
        <RelativeTime at={updatedAt} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="min-w-0 text-right break-words">{children}</dd>
    </>
  );
}
