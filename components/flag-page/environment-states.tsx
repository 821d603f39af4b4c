'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { cn } from '@/components/ui/cn';
import { scopeQuery } from '@/lib/client/scope-query';
import { useDrafts } from './drafts';
import type { FlagEnvironment, FlagSummary } from './flag-page-types';
import { FlagStateText } from './flag-state';

export interface EnvironmentStatesProps {
  environments: readonly FlagEnvironment[];
  states: FlagSummary['environments'];
  current: string;
}

/** The flag's state in each environment; each leads there. */
export function EnvironmentStates({ environments, states, current }: EnvironmentStatesProps) {
  const t = useTranslations('targeting.header');
  const pathname = usePathname();
  const tenant = useSearchParams().get('tenant');
  const { unsaved } = useDrafts();
  return (
    <ul aria-label={t('states')} className="flex flex-wrap gap-2">
      {environments.map((environment) => {
        const { state = 'off', killed = false } = states[environment.key] ?? {};
        const isCurrent = environment.key === current;
        return (
          <li key={environment.key}>
            <Link
              href={`${pathname}${scopeQuery({ env: environment.key, tenant })}`}
              aria-current={isCurrent ? 'true' : undefined}
              scroll={false}
              className={cn(
                'flex h-7 items-center gap-2 rounded-md border px-2 text-xs transition-colors hover:bg-accent',
                isCurrent && 'border-control bg-accent',
              )}
            >
              <EnvironmentBadge environment={environment} variant="plain" className="font-medium" />
              <FlagStateText state={state} killed={killed} />
              {unsaved.includes(environment.key) && (
                <span title={t('unsaved')} className="size-1.5 rounded-full bg-primary">
                  <span className="sr-only">{t('unsaved')}</span>
                </span>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
