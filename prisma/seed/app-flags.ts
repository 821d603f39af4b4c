import { on, type SampleFlag } from './sample-flag';

/** What riders see. */
export const APP_FLAGS: SampleFlag[] = [
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
];
