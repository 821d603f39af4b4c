import { useFormatter, useTranslations } from 'next-intl';
import type { CalendarPlace } from './calendar-place';
import { TIME } from './use-entry-words';

/** Where the day has got to. */
export function NowLine({ now, timezone }: CalendarPlace) {
  const t = useTranslations('calendar');
  const format = useFormatter();
  const time = format.dateTime(new Date(now), { ...TIME, timeZone: timezone });
  return (
    <div className="flex items-center gap-1.5 text-[11px] font-medium text-destructive-text" data-now>
      <span className="tabular-nums">
        {t('now')} {time}
      </span>
      <span aria-hidden className="h-px flex-1 bg-destructive" />
    </div>
  );
}
