'use client';

import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageBody } from '@/components/frame/page-body';
import { useEnvironment } from '@/components/frame/use-environment';
import { KeyText } from '@/components/shared/key-text';
import { PageHeader } from '@/components/shared/page-header';
import { Badge } from '@/components/ui/badge';
import {
  Breadcrumb,
  BreadcrumbItem,
  BreadcrumbLink,
  BreadcrumbList,
  BreadcrumbPage,
  BreadcrumbSeparator,
} from '@/components/ui/breadcrumb';
import { scopeQuery } from '@/lib/client/scope-query';
import { DraftsProvider } from './drafts';
import { EnvironmentStates } from './environment-states';
import type { FlagEnvironment, FlagSummary } from './flag-page-types';
import { FlagTabs } from './flag-tabs';
import { KillButton } from './kill-button';

export interface FlagFrameProps {
  project: string;
  flag: FlagSummary;
  environments: readonly FlagEnvironment[];
  children: ReactNode;
}

/** What stands above every page of a flag: name, key, kind, tags, its state everywhere, the kill button, the tabs. */
export function FlagFrame({ project, flag, environments, children }: FlagFrameProps) {
  const t = useTranslations('targeting.header');
  const [environment] = useEnvironment(environments);
  const list = `/p/${project}/flags`;
  const home = `${list}/${flag.key}`;
  const query = scopeQuery({ env: environment?.key, tenant: useSearchParams().get('tenant') });
  return (
    <DraftsProvider key={flag.key} home={home}>
      <PageBody>
        <PageHeader
          breadcrumb={
            <Breadcrumb aria-label={t('breadcrumb')}>
              <BreadcrumbList>
                <BreadcrumbItem>
                  <BreadcrumbLink asChild>
                    <Link href={`${list}${query}`}>{t('flags')}</Link>
                  </BreadcrumbLink>
                </BreadcrumbItem>
                <BreadcrumbSeparator />
                <BreadcrumbItem>
                  <BreadcrumbPage>{flag.name}</BreadcrumbPage>
                </BreadcrumbItem>
              </BreadcrumbList>
            </Breadcrumb>
          }
          title={flag.name}
          meta={
            <>
              <KeyText value={flag.key} />
              <span className="flex flex-wrap items-center gap-1.5">
                <Badge>{t(`kind.${flag.kind}`)}</Badge>
                {flag.archived && <Badge variant="warning">{t('archived')}</Badge>}
                {flag.tags.map((tag) => (
                  <Badge key={tag} variant="outline">
                    {tag}
                  </Badge>
                ))}
              </span>
            </>
          }
          actions={environment && <KillButton project={project} flag={flag} environment={environment} />}
        />
        {environment && (
          <EnvironmentStates environments={environments} states={flag.environments} current={environment.key} />
        )}
        <FlagTabs home={home} />
        {children}
      </PageBody>
    </DraftsProvider>
  );
}
