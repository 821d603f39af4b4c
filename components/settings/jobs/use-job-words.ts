'use client';

import { useTranslations } from 'next-intl';

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/** Words for names, reports and lengths of time; names that are not known are shown as they are. */
export function useJobWords() {
  const t = useTranslations('jobs');
  const known = (key: string): boolean => t.has(key as Parameters<typeof t.has>[0]);
  const say = (key: string, values?: Record<string, string | number>): string =>
    t(key as Parameters<typeof t>[0], values as never);
  return {
    name: (job: string): string => (known(`names.${job}`) ? say(`names.${job}`) : job),
    every(ms: number): string {
      if (ms % HOUR === 0) return t('every.hours', { count: ms / HOUR });
      if (ms % MINUTE === 0) return t('every.minutes', { count: ms / MINUTE });
      return t('every.seconds', { count: Math.max(1, Math.round(ms / SECOND)) });
    },
    took(ms: number): string {
      if (ms < SECOND) return t('took.milliseconds', { count: Math.round(ms) });
      if (ms < MINUTE) return t('took.seconds', { count: Math.round(ms / 100) / 10 });
      return t('took.minutes', { count: Math.round(ms / 6_000) / 10 });
    },
    /** What a run did, in words: "3 applied, 1 failed". */
    report(report: Record<string, number>): string {
      const parts = Object.entries(report)
        .filter(([, count]) => count !== 0)
        .map(([name, count]) =>
          known(`report.${name}`) ? say(`report.${name}`, { count }) : t('report.unknown', { name, count }),
        );
      return parts.length > 0 ? parts.join(', ') : t('nothingToDo');
    },
  };
}
