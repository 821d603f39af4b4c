/** How often an expression fires, in a form that can be said; `custom` is said by itself. */
export type CronWords =
  | { form: 'minutely' }
  | { form: 'minutes'; every: number }
  | { form: 'hourly'; minute: number }
  | { form: 'daily'; hour: number; minute: number }
  | { form: 'weekly'; hour: number; minute: number; weekdays: number[] }
  | { form: 'monthly'; hour: number; minute: number; day: number }
  | { form: 'yearly'; hour: number; minute: number; day: number; month: number }
  | { form: 'custom' };

const NAMES: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
};
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const numberOf = (field: string): number | null => (/^\d{1,2}$/.test(field) ? Number(field) : null);

function weekdayOf(text: string): number | null {
  const named = WEEKDAYS.indexOf(text.toUpperCase());
  if (named >= 0) return named;
  const number = numberOf(text);
  return number === null || number > 7 ? null : number % 7;
}

/** Days of a week, Monday first; null for what is more than a list of days and ranges. */
function weekdaysOf(field: string): number[] | null {
  const days = new Set<number>();
  for (const part of field.split(',')) {
    const [from = '', to = from, ...rest] = part.split('-');
    const [first, last] = [weekdayOf(from), weekdayOf(to)];
    if (first === null || last === null || rest.length > 0) return null;
    for (let day = first; ; day = (day + 1) % 7) {
      days.add(day);
      if (day === last) break;
    }
  }
  return [...days].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
}

/** Reads the common forms of a cron expression that is known to be one. */
export function describeCron(cron: string): CronWords {
  const fields = (NAMES[cron.trim().toLowerCase()] ?? cron).trim().split(/\s+/);
  const [minutes = '', hours = '', days = '', months = '', weekdays = ''] = fields;
  const isEveryDay = days === '*' && months === '*' && weekdays === '*';
  const [minute, hour] = [numberOf(minutes), numberOf(hours)];
  if (hours === '*' && isEveryDay) {
    const step = /^\*\/(\d{1,2})$/.exec(minutes);
    if (minutes === '*') return { form: 'minutely' };
    // Others begin anew with each hour.
    if (step && 60 % Number(step[1]) === 0) return { form: 'minutes', every: Number(step[1]) };
    if (minute !== null) return { form: 'hourly', minute };
  }
  if (minute === null || hour === null) return { form: 'custom' };
  if (isEveryDay) return { form: 'daily', hour, minute };
  const found = weekdaysOf(weekdays);
  if (days === '*' && months === '*' && found) return { form: 'weekly', hour, minute, weekdays: found };
  const [day, month] = [numberOf(days), numberOf(months)];
  if (weekdays !== '*' || day === null) return { form: 'custom' };
  if (months === '*') return { form: 'monthly', hour, minute, day };
  return month === null ? { form: 'custom' } : { form: 'yearly', hour, minute, day, month };
}
