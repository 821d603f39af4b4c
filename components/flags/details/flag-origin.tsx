'use client';

import { useTranslations } from 'next-intl';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { RelativeTime } from '@/components/shared/relative-time';
import { Badge } from '@/components/ui/badge';
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card';
import type { FlagView } from '@/lib/services/flags/types';
import type { DeclarationView } from '@/lib/services/registry/types';
import type { FlagPlace } from '../flag-context';
import { originOf } from './origin-of';

export interface FlagOriginProps extends Pick<FlagPlace, 'environments'> {
  flag: FlagView;
  declarations: readonly DeclarationView[];
}

/** Whether code declares the flag or people made it, and what each application says of it in each environment. */
export function FlagOrigin({ flag, environments, declarations }: FlagOriginProps) {
  const t = useTranslations('flags.details.origin');
  const declaredIn = (key: string): DeclarationView[] => declarations.filter((each) => each.environment === key);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('title')}</CardTitle>
        <CardDescription>{t(`from.${originOf(flag, declarations)}`)}</CardDescription>
      </CardHeader>
      {declarations.length > 0 && (
        <CardContent>
          <ul aria-label={t('title')} className="grid grid-cols-1 gap-3">
            {environments.map((environment) => (
              <li key={environment.key} aria-label={environment.name} className="grid grid-cols-1 gap-1 text-sm">
                <div className="flex items-center justify-between gap-3">
                  <EnvironmentBadge environment={environment} variant="plain" />
                  <DefaultInForce variant={flag.environments[environment.key]?.codeDefault?.variant ?? null} />
                </div>
                <ul className="grid grid-cols-1 gap-1.5 pl-3.5">
                  {declaredIn(environment.key).map((declaration) => (
                    <Source key={declaration.source} declaration={declaration} />
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </CardContent>
      )}
    </Card>
  );
}

function DefaultInForce({ variant }: { variant: string | null }) {
  const t = useTranslations('flags.details.origin');
  return (
    <span className="min-w-0 truncate text-[13px] text-muted-foreground">
      {variant === null ? t('undeclared') : t('inForce', { variant })}
    </span>
  );
}

/** One application: what it declares, by which version and when last, or since when it no longer does. */
function Source({ declaration }: { declaration: DeclarationView }) {
  const t = useTranslations('flags.details.origin');
  const { source, version, value, lastSeenAt, withdrawnAt, inForce } = declaration;
  const written = JSON.stringify(value);
  return (
    <li className="grid grid-cols-1 gap-0.5 text-xs text-muted-foreground">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium break-all text-foreground">{source}</span>
        <span className="break-all">{version}</span>
        <code className="max-w-full truncate font-mono" title={written}>
          {written}
        </code>
        {withdrawnAt === null && !inForce && <Badge variant="warning">{t('disagrees')}</Badge>}
      </div>
      {withdrawnAt === null ? (
        <span>
          {t('seen')} <RelativeTime at={lastSeenAt} />
        </span>
      ) : (
        <span>
          {t('withdrawn')} · <RelativeTime at={withdrawnAt} />
        </span>
      )}
    </li>
  );
}
