'use client';

import { useTranslations } from 'next-intl';
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card';
import type { FlagView, Usage } from '@/lib/services/flags/types';
import type { DeclarationView } from '@/lib/services/registry/types';
import type { FlagPlace } from '../flag-context';
import { Snippets } from '../snippets/snippets';
import { DangerZone } from './danger-zone';
import { DetailsForm } from './details-form';
import { FlagOrigin } from './flag-origin';
import { type SeenIn, WhereUsed } from './where-used';

export interface DetailsTabProps extends FlagPlace {
  flag: FlagView;
  usage: readonly Usage[];
  seen: readonly SeenIn[];
  /** Of all environments. */
  declarations: readonly DeclarationView[];
  /** Where this installation is reached, without a slash at the end. */
  baseUrl: string;
}

/** What a flag is, where it is used, and how code asks for it. */
export function DetailsTab({ flag, usage, seen, declarations, baseUrl, ...place }: DetailsTabProps) {
  const t = useTranslations('flags.details');
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid grid-cols-1 gap-6">
        <DetailsForm {...place} flag={flag} />
        <Card>
          <CardHeader>
            <CardTitle>{t('snippets.title')}</CardTitle>
            <CardDescription>{t('snippets.description')}</CardDescription>
          </CardHeader>
          <CardContent>
            <Snippets baseUrl={baseUrl} flag={flag.key} type={flag.type} />
          </CardContent>
        </Card>
        <DangerZone {...place} flag={flag} />
      </div>
      <div className="grid grid-cols-1 gap-6">
        <FlagOrigin environments={place.environments} flag={flag} declarations={declarations} />
        <WhereUsed {...place} usage={usage} seen={seen} />
      </div>
    </div>
  );
}
