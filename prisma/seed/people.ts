import { SAMPLE_TENANTS } from './tenants';

/** Somebody who rides for a customer of the sample product, and what they did so far. */
export interface SamplePerson {
  targetingKey: string;
  tenant: string;
  role: 'employee' | 'manager' | 'admin';
  joinedDaysAgo: number;
  attributes: { name: string; email: string; country: string; emailVerified: boolean; profileComplete: boolean };
  /** How often, by tracked event. */
  did: Record<string, number>;
}

const FIRST = ['Ada', 'Bo', 'Cem', 'Dora', 'Emil', 'Fien', 'Gil', 'Hana', 'Ivo', 'June', 'Kai', 'Lena', 'Mats', 'Nora'];
const LAST = ['Abel', 'Bauer', 'Costa', 'Dahl', 'Eriksen', 'Fischer', 'Garcia', 'Haas', 'Ilic', 'Jansen', 'Keller'];
const COUNTRIES = ['DE', 'DK', 'FR', 'AT', 'IE', 'NL', 'PT', 'CH', 'ES'];
const PEOPLE = 40;

/** One of a list, the same for the same number. */
function pick<T>(list: readonly T[], number: number): T {
  const found = list[number % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
}

function person(index: number): SamplePerson {
  const [first, last, tenant] = [pick(FIRST, index * 5), pick(LAST, index * 7), pick(SAMPLE_TENANTS, index * 5)];
  const joinedDaysAgo = 1 + ((index * 37) % 60);
  const emailVerified = index % 9 !== 4;
  const profileComplete = emailVerified && index % 5 !== 2;
  // Who joined long ago has ridden more; a few never began.
  const rides = profileComplete && index % 11 !== 7 ? Math.floor(joinedDaysAgo / 4) + (index % 6) : 0;
  return {
    targetingKey: `staff-${2_001 + index}`,
    tenant: tenant.key,
    role: index % 23 === 0 ? 'admin' : index % 6 === 0 ? 'manager' : 'employee',
    joinedDaysAgo,
    attributes: {
      name: `${first} ${last}`,
      email: `${first}.${last}${index}@${tenant.key}.example`.toLowerCase(),
      country: pick(COUNTRIES, index),
      emailVerified,
      profileComplete,
    },
    did: { ride_finished: rides, trip_exported: index % 4 === 0 ? Math.floor(rides / 4) : 0 },
  };
}

/** The same people at every start. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = Array.from({ length: PEOPLE }, (_, index) => person(index));

/** What rules may ask of them. */
export const SAMPLE_ATTRIBUTES = [
  { name: 'email', type: 'string', trusted: false, personal: true },
  { name: 'name', type: 'string', trusted: false, personal: true },
  { name: 'country', type: 'string', trusted: false, personal: false },
  { name: 'plan', type: 'string', allowed: ['free', 'pro'], trusted: false, personal: false },
  { name: 'emailVerified', type: 'boolean', trusted: true, personal: false },
  { name: 'profileComplete', type: 'boolean', trusted: false, personal: false },
] as const;

const is = (attribute: string, operator: string, value: boolean | number) => ({
  operator: 'AND' as const,
  conditions: [{ attribute, operator, value }],
});

/** What leads from one stage to the next, and one thing more to reach. */
export const SAMPLE_MILESTONES = [
  {
    key: 'email-verified',
    name: 'E-mail verified',
    stage: 'email_verified',
    ...is('emailVerified', 'equals', true),
  },
  {
    key: 'profile-complete',
    name: 'Profile complete',
    stage: 'profile_setup',
    ...is('profileComplete', 'equals', true),
  },
  {
    key: 'first-rides',
    name: 'First three rides',
    stage: 'active',
    ...is('counters.ride_finished', 'greaterOrEqual', 3),
  },
  {
    key: 'power-user',
    name: 'Power user',
    description: 'Exported trips three times: ready for reports.',
    ...is('counters.trip_exported', 'greaterOrEqual', 3),
  },
];

/** What they unlock: reports for who exports trips, and for managers at once. */
export const REPORTS_CHANGE = [
  { kind: 'turnOn' },
  { kind: 'setDefault', default: { variant: 'off' } },
  {
    kind: 'addRule',
    rule: {
      id: 'power-users',
      name: 'Power users',
      operator: 'AND',
      serve: { variant: 'on' },
      conditions: [{ attribute: 'counters.trip_exported', operator: 'greaterOrEqual', value: 3 }],
    },
  },
  {
    kind: 'addRule',
    rule: {
      id: 'managers',
      name: 'Managers and above',
      operator: 'AND',
      serve: { variant: 'on' },
      conditions: [{ attribute: 'roleAtLeast', operator: 'contains', value: 'manager' }],
    },
  },
];
