'use client';

import { Building2, Grid3x3 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { scopeQuery } from '@/lib/client/scope-query';
import { useFlagOverrides } from '@/lib/client/use-flag-overrides';
import { Section } from './section';
import { useTargeting } from './targeting-context';

const SHOWN = 8;

/** How many tenants have a value of their own, and the way to them. */
export function OverridesSection() {
  const t = useTranslations('tenants.step');
  const { project, flag, environment } = useTargeting();
  const { data, isError } = useFlagOverrides(project, flag.key, environment.key, SHOWN);
  // What could not be read is said nothing of: the rest of the page does not depend on it.
  if (isError) return null;
  const total = data?.total ?? data?.items.length ?? 0;
  const grid = new URLSearchParams({ env: environment.key, view: 'grid', overridden: 'true', flags: flag.key });
  return (
    <Section
      icon={<Building2 />}
      title={t('title')}
      description={data ? t(total === 0 ? 'none' : 'count', { count: total }) : '…'}
      action={
        total > 0 && (
          <Button asChild variant="outline" size="sm">
            <Link href={`/p/${project}/tenants?${grid}`}>
              <Grid3x3 aria-hidden="true" />
              {t('open')}
            </Link>
          </Button>
        )
      }
    >
      {data && total > 0 && (
        <ul aria-label={t('title')} className="flex flex-wrap gap-1.5">
          {data.items.map(({ tenant, variant }) => (
            <li key={tenant}>
              <Badge asChild variant="outline" className="h-6 gap-1.5 hover:bg-accent hover:text-foreground">
                <Link href={`/p/${project}/flags${scopeQuery({ env: environment.key, tenant })}`}>
                  <span className="max-w-40 truncate">{tenant}</span>
                  <span className="font-mono font-normal">{variant}</span>
                </Link>
              </Badge>
            </li>
          ))}
          {total > data.items.length && (
            <li className="self-center text-xs text-muted-foreground">
              {t('more', { count: total - data.items.length })}
            </li>
          )}
        </ul>
      )}
    </Section>
  );
}
