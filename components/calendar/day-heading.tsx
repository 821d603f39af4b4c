import { useFormatter } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { CalendarDay } from './calendar-days';

interface Props {
  day: CalendarDay;
  today: string;
  /** `long` names the month, too. */
  form: 'short' | 'long';
}

/** A day's name; days are the zone's own, so that they are worded as they are written. */
export function DayHeading({ day, today, form }: Props) {
  const format = useFormatter();
  const date = new Date(`${day.key}T00:00:00Z`);
  const isToday = day.key === today;
  const weekday = format.dateTime(date, { weekday: form === 'long' ? 'long' : 'short', timeZone: 'UTC' });
  const rest =
    form === 'long'
      ? format.dateTime(date, { day: 'numeric', month: 'long', timeZone: 'UTC' })
      : format.dateTime(date, { day: 'numeric', timeZone: 'UTC' });
  return (
    <span className="flex items-center gap-1.5 text-[13px]">
      <span className={cn(isToday ? 'font-medium' : 'text-muted-foreground')}>{weekday}</span>
      <span
        aria-current={isToday ? 'date' : undefined}
        className={cn('font-medium tabular-nums', isToday && 'rounded-full bg-primary px-1.5 text-primary-foreground')}
      >
        {rest}
      </span>
    </span>
  );
}
