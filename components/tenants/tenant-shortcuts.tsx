'use client';

import { Building2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { useTenants } from '@/lib/client/use-tenants';

export interface TenantShortcutsProps {
  project: string;
  environment: string;
  /** The tenant that is looked at, which needs no shortcut. */
  current: string | null;
}

const SHOWN = 6;

/** The tenants that have overrides in this environment, a click away. */
export function TenantShortcuts({ project, environment, current }: TenantShortcutsProps) {
  const t = useTranslations('tenants.shortcuts');
  const { data } = useTenants(project, { environment, withOverrides: true, sort: 'overrides', limit: SHOWN + 1 });
  const others = (data?.items ?? []).filter(({ key }) => key !== current).slice(0, SHOWN);
  if (others.length === 0) return null;
  const total = data?.total ?? data?.items.length ?? 0;
  const isCurrentListed = data?.items.some(({ key }) => key === current) ?? false;
  const rest = Math.max(0, total - others.length - (isCurrentListed ? 1 : 0));
  const env = `env=${encodeURIComponent(environment)}`;
  return (
    <nav aria-label={t('label')} className="flex min-w-0 items-center gap-2 text-[13px]">
      <span aria-hidden="true" className="shrink-0 text-muted-foreground max-sm:hidden">
        {t('label')}
      </span>
      <ul className="flex min-w-0 gap-1.5 overflow-x-auto py-0.5">
        {others.map(({ key, name, overrides }) => (
          <li key={key} className="shrink-0">
            <Badge asChild variant="outline" className="h-6 gap-1.5 hover:bg-accent hover:text-foreground">
              <Link
                href={`/p/${project}/flags?${env}&tenant=${encodeURIComponent(key)}`}
                aria-label={t('go', { name, count: overrides })}
              >
                <Building2 aria-hidden="true" />
                <span className="max-w-40 truncate">{name}</span>
                <span className="tabular-nums">{overrides}</span>
              </Link>
            </Badge>
          </li>
        ))}
        {rest > 0 && (
          <li className="shrink-0">
            <Badge asChild variant="outline" className="h-6 border-dashed hover:bg-accent hover:text-foreground">
              <Link href={`/p/${project}/tenants?${env}&view=grid&overridden=true`}>{t('more', { count: rest })}</Link>
            </Badge>
          </li>
        )}
      </ul>
    </nav>
  );
}
