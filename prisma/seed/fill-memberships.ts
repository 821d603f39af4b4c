import type { ServiceContext } from '@/lib/services/context';
import { addMemberships } from '@/lib/services/memberships/add-many';

type ProjectAt = (now: Date) => Promise<ServiceContext>;

const DAY = 86_400_000;
const ENVIRONMENT = 'production';
const ZONE = 'Europe/Berlin';
const SHIFT = { weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' };
const NIGHTS = { weekdays: ['fri', 'sat'], from: '20:00', to: '04:00' };

interface Sample {
  flag: string;
  /** A number is a member of staff, a text a tenant. */
  who: number | string;
  /** First and last day, counted from today. */
  days: [first: number, last: number];
  variant?: string;
  note?: string;
  recurring?: object;
}

const SAMPLES: readonly Sample[] = [
  { flag: 'checkout-v2', who: 2001, days: [-9, 20], note: 'Pilot of the new checkout' },
  { flag: 'checkout-v2', who: 2004, days: [-4, 25], note: 'Pilot of the new checkout' },
  { flag: 'checkout-v2', who: 2007, days: [3, 32], note: 'Second group of the pilot' },
  { flag: 'checkout-v2', who: 'kestrel', days: [-2, 11], note: 'Trial week, then a talk' },
  { flag: 'checkout-v2', who: 2011, days: [-40, -11] },
  { flag: 'hero-headline', who: 2002, days: [-1, 5], variant: 'price' },
  { flag: 'hero-headline', who: 2005, days: [0, 6], variant: 'speed' },
  { flag: 'hero-headline', who: 'bluewave', days: [7, 13], variant: 'price' },
  { flag: 'internal-tools', who: 2003, days: [-12, 80], recurring: SHIFT, note: 'On support, in office hours' },
  { flag: 'internal-tools', who: 2006, days: [-5, 25], recurring: SHIFT, note: 'On support, in office hours' },
  { flag: 'internal-tools', who: 2008, days: [-5, 40], recurring: NIGHTS, note: 'Night shift' },
  { flag: 'live-map', who: 'acme', days: [-15, 14], note: 'Beta of the live map' },
  { flag: 'live-map', who: 'globex', days: [-8, 21], note: 'Beta of the live map' },
  { flag: 'live-map', who: 'cobalt', days: [1, 30], note: 'Beta of the live map' },
  { flag: 'live-map', who: 2009, days: [-30, -3] },
  { flag: 'max-bikes-per-rider', who: 'harbour', days: [2, 4], variant: 'ten', note: 'City festival' },
  { flag: 'max-bikes-per-rider', who: 'ferrous', days: [-6, 7], variant: 'ten', note: 'Company outing' },
  { flag: 'search-ranking', who: 2010, days: [-2, 2], variant: 'balanced' },
];

/** Who tries what for a while: running, upcoming and over; told twice, nothing is added twice. */
export async function fillMemberships(at: ProjectAt, now: number): Promise<void> {
  const day = (offset: number): string => new Date(now + offset * DAY).toISOString().slice(0, 10);
  const rows = SAMPLES.map(({ who, days: [first, last], ...rest }) => ({
    ...(typeof who === 'string' ? { tenant: who } : { subject: `staff-${who}` }),
    ...rest,
    startDate: day(first),
    endDate: day(last),
    timezone: ZONE,
  }));
  await addMemberships(await at(new Date(now)), { environment: ENVIRONMENT, rows, comment: 'Pilots and shifts' });
}
