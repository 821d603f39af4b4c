import type { FlagKind } from '@/lib/services/flags/types';

/** A flag of the sample product, a bicycle rental called Pedalo, and how it is set up in each environment. */
export interface SampleFlag {
  create: {
    key: string;
    name: string;
    description: string;
    kind: FlagKind;
    type: 'boolean' | 'string' | 'number' | 'json';
    variants?: { key: string; value: boolean | string | number | object; name?: string }[];
    tags: string[];
    owner: string;
    clientVisible: boolean;
    links?: { title: string; url: string }[];
  };
  /** Instructions per environment, each list one saved change with its comment. */
  changes: Partial<Record<'development' | 'staging' | 'production', { comment: string; instructions: object[] }[]>>;
  /** Evaluations a day in production, by variant. */
  traffic: Record<string, number>;
}

const on = (comment = 'Ready to try'): { comment: string; instructions: object[] } => ({
  comment,
  instructions: [{ kind: 'turnOn' }],
});

export const SAMPLE_FLAGS: SampleFlag[] = [
  {
    create: {
      key: 'checkout-v2',
      name: 'New checkout',
      kind: 'release',
      type: 'boolean',
      clientVisible: true,
      description:
        'One page instead of four. Falls back to the old checkout when off.\n\n**Before 100 %:** invoices by e-mail.',
      tags: ['checkout', 'web'],
      owner: 'Ana Kovač',
      links: [{ title: 'Design', url: 'https://example.com/designs/checkout' }],
    },
    changes: {
      development: [on()],
      staging: [on()],
      production: [
        {
          comment: 'Staff first',
          instructions: [
            { kind: 'turnOn' },
            { kind: 'setDefault', default: { variant: 'off' } },
            {
              kind: 'addRule',
              rule: {
                id: 'staff',
                name: 'Staff',
                operator: 'OR',
                serve: { variant: 'on' },
                conditions: [
                  { attribute: 'email', operator: 'endsWith', value: '@pedalo.example' },
                  { segment: 'beta-riders' },
                ],
              },
            },
          ],
        },
        {
          comment: 'A tenth of paying riders in two countries',
          instructions: [
            {
              kind: 'addRule',
              rule: {
                id: 'paying',
                name: 'Paying riders',
                operator: 'AND',
                serve: { variant: 'on' },
                rollout: { percentage: 10_000 },
                conditions: [
                  { attribute: 'plan', operator: 'equals', value: 'pro' },
                  { attribute: 'country', operator: 'in', value: ['DE', 'FR'] },
                ],
              },
            },
          ],
        },
        {
          comment: 'Error rate is flat, going on',
          instructions: [{ kind: 'setRollout', id: 'paying', rollout: { percentage: 25_000 } }],
        },
      ],
    },
    traffic: { on: 3_100, off: 9_800 },
  },
  {
    create: {
      key: 'hero-headline',
      name: 'Hero headline',
      kind: 'experiment',
      type: 'string',
      clientVisible: true,
      description: 'Which promise the front page makes.',
      tags: ['growth', 'web'],
      owner: 'Milo Brandt',
      variants: [
        { key: 'control', value: 'Bikes, everywhere', name: 'Control' },
        { key: 'speed', value: 'Across town in ten minutes', name: 'Speed' },
        { key: 'price', value: 'From 1 € a ride', name: 'Price' },
      ],
    },
    changes: {
      development: [on()],
      production: [
        {
          comment: 'Start the headline test',
          instructions: [
            { kind: 'turnOn' },
            {
              kind: 'setDefault',
              default: {
                split: [
                  { variant: 'control', weight: 34_000 },
                  { variant: 'speed', weight: 33_000 },
                  { variant: 'price', weight: 33_000 },
                ],
              },
            },
          ],
        },
      ],
    },
    traffic: { control: 4_080, speed: 3_970, price: 3_910 },
  },
  {
    create: {
      key: 'pause-new-rentals',
      name: 'Pause new rentals',
      kind: 'operational',
      type: 'boolean',
      clientVisible: true,
      description: 'Emergency brake: riders can return bikes, nobody can rent.',
      tags: ['operations'],
      owner: 'Ops on call',
    },
    changes: {},
    traffic: { off: 15_400 },
  },
  {
    create: {
      key: 'search-ranking',
      name: 'Station ranking',
      kind: 'experiment',
      type: 'json',
      clientVisible: false,
      description: 'Weights of the station search.',
      tags: ['search', 'backend'],
      owner: 'Ines Duarte',
      variants: [
        { key: 'distance', value: { distance: 1, availability: 0.2 }, name: 'Distance first' },
        { key: 'balanced', value: { distance: 0.6, availability: 0.6, rating: 0.1 }, name: 'Balanced' },
      ],
    },
    changes: {
      staging: [on()],
      production: [
        {
          comment: 'Half and half',
          instructions: [
            { kind: 'turnOn' },
            {
              kind: 'setDefault',
              default: {
                split: [
                  { variant: 'distance', weight: 50_000 },
                  { variant: 'balanced', weight: 50_000 },
                ],
              },
            },
          ],
        },
      ],
    },
    traffic: { distance: 5_120, balanced: 5_060 },
  },
  {
    create: {
      key: 'max-bikes-per-rider',
      name: 'Bikes per rider',
      kind: 'permission',
      type: 'number',
      clientVisible: true,
      description: 'How many bikes one account may rent at a time.',
      tags: ['limits'],
      owner: 'Ana Kovač',
      variants: [
        { key: 'one', value: 1 },
        { key: 'three', value: 3 },
        { key: 'ten', value: 10, name: 'Fleet' },
      ],
    },
    changes: {
      production: [
        {
          comment: 'Limits by plan',
          instructions: [
            { kind: 'turnOn' },
            {
              kind: 'addRule',
              rule: {
                id: 'fleet',
                name: 'Fleet customers',
                operator: 'AND',
                serve: { variant: 'ten' },
                conditions: [{ attribute: 'plan', operator: 'equals', value: 'fleet' }],
              },
            },
            {
              kind: 'addRule',
              rule: {
                id: 'pro',
                name: 'Pro riders',
                operator: 'AND',
                serve: { variant: 'three' },
                conditions: [{ attribute: 'plan', operator: 'in', value: ['pro', 'team'] }],
              },
            },
          ],
        },
      ],
    },
    traffic: { one: 6_400, three: 2_210, ten: 180 },
  },
  {
    create: {
      key: 'live-map',
      name: 'Live map',
      kind: 'release',
      type: 'boolean',
      clientVisible: true,
      description: 'Bikes move on the map while you look.',
      tags: ['map', 'web', 'mobile'],
      owner: 'Ines Duarte',
    },
    changes: {
      development: [on()],
      staging: [on()],
      production: [
        {
          comment: 'New apps only',
          instructions: [
            { kind: 'turnOn' },
            { kind: 'setDefault', default: { variant: 'off' } },
            {
              kind: 'addRule',
              rule: {
                id: 'new-apps',
                name: 'App 4.2 or newer',
                operator: 'AND',
                serve: { variant: 'on' },
                rollout: { percentage: 50_000 },
                conditions: [{ attribute: 'app.version', operator: 'semverGreaterOrEqual', value: '4.2.0' }],
              },
            },
            { kind: 'addTargets', variant: 'on', subjects: ['rider-1001', 'rider-1002'] },
          ],
        },
      ],
    },
    traffic: { on: 2_040, off: 3_990 },
  },
  {
    create: {
      key: 'map-clusters',
      name: 'Map clusters',
      kind: 'release',
      type: 'boolean',
      clientVisible: true,
      description: 'Groups stations when zoomed out. Needs the live map.',
      tags: ['map', 'mobile'],
      owner: 'Ines Duarte',
    },
    changes: {
      development: [on()],
      production: [
        {
          comment: 'Follows the live map',
          instructions: [
            { kind: 'turnOn' },
            { kind: 'setPrerequisites', prerequisites: [{ flag: 'live-map', variants: ['on'] }] },
          ],
        },
      ],
    },
    traffic: { on: 2_000, off: 3_900 },
  },
  {
    create: {
      key: 'dark-mode',
      name: 'Dark mode',
      kind: 'release',
      type: 'boolean',
      clientVisible: true,
      description: 'For everyone since spring; can be removed from the code.',
      tags: ['web'],
      owner: 'Milo Brandt',
    },
    changes: { development: [on()], staging: [on()], production: [on('For everyone')] },
    traffic: { on: 12_600 },
  },
  {
    create: {
      key: 'internal-tools',
      name: 'Internal tools',
      kind: 'permission',
      type: 'boolean',
      clientVisible: true,
      description: 'Extra menu for our own people.',
      tags: ['staff'],
      owner: 'Ops on call',
    },
    changes: {
      production: [
        {
          comment: 'By e-mail address or group',
          instructions: [
            { kind: 'turnOn' },
            { kind: 'setDefault', default: { variant: 'off' } },
            {
              kind: 'addRule',
              rule: {
                id: 'internal',
                name: 'Internal team',
                description: 'Early access for internal team members',
                operator: 'OR',
                serve: { variant: 'on' },
                conditions: [
                  { attribute: 'email', operator: 'matches', value: '.*@pedalo\\.example' },
                  { attribute: 'groups', operator: 'contains', value: 'internal-testers' },
                ],
              },
            },
          ],
        },
      ],
    },
    traffic: { on: 90, off: 11_800 },
  },
  {
    create: {
      key: 'winter-tariff',
      name: 'Winter tariff',
      kind: 'release',
      type: 'string',
      clientVisible: true,
      description: 'Cheaper rides while it is cold.',
      tags: ['pricing'],
      owner: 'Ana Kovač',
      variants: [
        { key: 'summer', value: 'summer-2026' },
        { key: 'winter', value: 'winter-2026' },
      ],
    },
    changes: {
      staging: [
        {
          comment: 'Try it early',
          instructions: [{ kind: 'turnOn' }, { kind: 'setDefault', default: { variant: 'winter' } }],
        },
      ],
    },
    traffic: {},
  },
  {
    create: {
      key: 'e-bike-range-estimate',
      name: 'Range estimate',
      kind: 'release',
      type: 'boolean',
      clientVisible: true,
      description: 'Shows how far the battery will go.',
      tags: ['mobile', 'map'],
      owner: 'Ines Duarte',
    },
    changes: {
      development: [on()],
      staging: [on()],
      production: [
        {
          comment: 'Everywhere but where hills fool it',
          instructions: [
            { kind: 'turnOn' },
            { kind: 'setDefault', default: { variant: 'off' } },
            {
              kind: 'addRule',
              rule: {
                id: 'flat',
                name: 'Flat cities',
                operator: 'AND',
                serve: { variant: 'on' },
                conditions: [
                  { attribute: 'bikeType', operator: 'equals', value: 'e-bike' },
                  {
                    operator: 'NOT',
                    conditions: [{ attribute: 'city', operator: 'in', value: ['Lisbon', 'Stuttgart', 'Lausanne'] }],
                  },
                ],
              },
            },
          ],
        },
      ],
    },
    traffic: { on: 1_420, off: 520 },
  },
  {
    create: {
      key: 'legacy-invoices',
      name: 'Old invoices',
      kind: 'release',
      type: 'boolean',
      clientVisible: false,
      description: 'The old invoice layout. Nobody asks for it any more.',
      tags: ['billing'],
      owner: 'Milo Brandt',
    },
    changes: {
      production: [
        on('Until the new layout is signed off'),
        { comment: 'New layout is live', instructions: [{ kind: 'turnOff' }] },
      ],
    },
    traffic: {},
  },
];

export const SAMPLE_SEGMENTS = [
  {
    key: 'beta-riders',
    name: 'Beta riders',
    description: 'Riders who asked for new things first.',
    members: ['rider-1001', 'rider-1002', 'rider-1017', 'rider-1044', 'rider-1103'],
    content: { operator: 'AND', conditions: [{ attribute: 'betaOptIn', operator: 'equals', value: true }] },
  },
  {
    key: 'dach',
    name: 'DACH',
    description: 'Germany, Austria, Switzerland.',
    members: [],
    content: { operator: 'AND', conditions: [{ attribute: 'country', operator: 'in', value: ['DE', 'AT', 'CH'] }] },
  },
];
