'use client';

import { useTranslations } from 'next-intl';

/** What asking for approval means, in the review of a change. */
export function RequestFields() {
  const t = useTranslations('targeting.review');
  return <p className="text-[13px] text-muted-foreground">{t('requestMeans')}</p>;
}
