import { on, type SampleFlag } from './sample-flag';

/** What the rental itself runs by. */
export const OPERATIONS_FLAGS: SampleFlag[] = [
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
            {
              kind: 'addRule',
              rule: {
                id: 'support-desk',
                name: 'Support desk',
                description: 'Only while the desk is staffed',
                serve: { variant: 'on' },
                conditions: [{ attribute: 'groups', operator: 'contains', value: 'support' }],
                window: {
                  timezone: 'Europe/Berlin',
                  recurring: { weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '18:00' },
                },
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
