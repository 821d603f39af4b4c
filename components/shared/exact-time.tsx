'use client';

import { useFormatter, useTranslations } from 'next-intl';

/** The instant in the reader's zone and in UTC. Only for content that is never rendered on the server. */
export function ExactTime({ at }: { at: Date }) {
  const t = useTranslations('common');
  const format = useFormatter();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const styled = (timeZone: string) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'medium', timeZone });
  return (
    <span className="flex flex-col tabular-nums">
      <span>{t('time.exact', { instant: styled(zone), zone })}</span>
      {zone !== 'UTC' && <span className="opacity-75">{t('time.utc', { instant: styled('UTC') })}</span>}
    </span>
  );
}
