import type { CountRow } from '@/lib/delivery/counter';

const HOUR = 3_600_000;
const DAYS = 14;
/** Share of a day's traffic by hour of the day, UTC: quiet nights, two rush hours. Sums to 100. */
const BY_HOUR = [1, 1, 0, 0, 1, 2, 4, 7, 8, 6, 5, 4, 5, 5, 4, 4, 6, 9, 9, 7, 5, 3, 2, 2];
const CLIENTS = [
  { sdk: 'ofrep-web', share: 0.62 },
  { sdk: 'http-client', share: 0.23 },
  { sdk: 'ofrep-server', share: 0.15 },
];

export interface Traffic {
  flag: string;
  /** Evaluations of a weekday, by variant. */
  perDay: Record<string, number>;
  /** Counting begins here: before its flag was made nothing was evaluated. */
  from: number;
}

/** Between 0.8 and 1.2, the same for the same hour and flag: no two days are alike, and every start makes the same. */
function variation(flag: string, hour: number): number {
  const day = Math.floor(hour / (24 * HOUR));
  const mix = [...flag].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973, day * 7_919 + hour / HOUR);
  return 0.8 + 0.3 * (((day * 2_654_435) % 97) / 97) + 0.1 * ((mix % 101) / 101);
}

/** Hourly counts of two weeks up to `now` (epoch milliseconds), weekends at seven tenths. The same for the same input. */
export function trafficRows(environmentId: string, { flag, perDay, from }: Traffic, now: number): CountRow[] {
  const last = Math.floor(now / HOUR) * HOUR;
  const rows: CountRow[] = [];
  for (let hour = Math.max(last - DAYS * 24 * HOUR, Math.ceil(from / HOUR) * HOUR); hour < last; hour += HOUR) {
    const date = new Date(hour);
    const weekday = [0, 6].includes(date.getUTCDay()) ? 0.7 : 1;
    const share = (BY_HOUR[date.getUTCHours()] ?? 0) / 100;
    for (const [variant, amount] of Object.entries(perDay)) {
      for (const client of CLIENTS) {
        const count = Math.round(amount * share * weekday * client.share * variation(flag, hour));
        if (count > 0)
          rows.push({ environmentId, flag, variant, sdk: client.sdk, hour, count, lastAt: hour + HOUR - 1 });
      }
    }
  }
  return rows;
}
