'use client';

import { ArrowLeft, Building2, Globe } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

export interface ScopeLineProps {
  /** The tenant's key; null in system scope. */
  tenant: string | null;
  /** Addresses of the system's flags and of the tenant's own page. */
  systemHref?: string;
  tenantHref?: string;
}

/** Says whose flags are shown, and leads back. */
export function ScopeLine({ tenant, systemHref, tenantHref }: ScopeLineProps) {
  const t = useTranslations('tenants.scope');
  if (tenant === null) {
    return (
      <p className="flex items-center gap-2 text-[13px] text-muted-foreground">
        <Globe aria-hidden="true" className="size-4 shrink-0" />
        {t('viewingSystem')}
      </p>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-md border border-primary/25 bg-primary/8 py-1.5 pr-1.5 pl-3">
      <p className="flex min-w-0 flex-1 basis-64 items-start gap-2 text-[13px] leading-5">
        <Building2 aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-link" />
        <span className="min-w-0 break-words">{t('viewingTenant', { tenant })}</span>
      </p>
      <span className="flex flex-wrap gap-1.5">
        {tenantHref && (
          <Button asChild variant="ghost" size="sm">
            <Link href={tenantHref}>{t('openTenant')}</Link>
          </Button>
        )}
        {systemHref && (
          <Button asChild variant="outline" size="sm">
            <Link href={systemHref}>
              <ArrowLeft aria-hidden="true" />
              {t('back')}
            </Link>
          </Button>
        )}
      </span>
    </div>
  );
}
