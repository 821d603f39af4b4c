const FLAGS = [
  {
    key: 'portal.reports-tab',
    description: 'Shows the reports of a fleet: costs, distance, emissions.',
    type: 'boolean',
    default: false,
  },
  {
    key: 'portal.cost-centres',
    description: 'Riders choose a cost centre when they return a bike.',
    type: 'boolean',
    default: true,
  },
  {
    key: 'portal.single-sign-on',
    description: 'Staff sign in with the company’s own identity provider.',
    type: 'boolean',
    default: false,
  },
  {
    key: 'portal.guest-rides',
    description: 'Riders may take guests along on the company’s account.',
    type: 'boolean',
    default: true,
  },
  { key: 'portal.map-style', description: 'What the map of stations looks like.', type: 'string', default: 'standard' },
  { key: 'portal.guests-per-rider', description: 'How many guests at a time.', type: 'number', default: 2 },
] as const;
const STATEMENT = {
  key: 'billing.monthly-statement',
  description: 'One statement a month instead of one a ride.',
  type: 'boolean',
  default: true,
} as const;
const PAPER = {
  key: 'billing.paper-invoices',
  description: 'Invoices by post.',
  type: 'boolean',
  default: false,
} as const;
const GUEST_RIDES = { ...FLAGS[3], default: false } as const;

/**
 * What the sample's applications declared, and how many days ago. The API thinks otherwise of guest rides than the
 * portal, and has since given up paper invoices.
 */
export const DECLARATIONS = [
  { daysAgo: 12, source: 'fleet-portal', version: '2.2.0', flags: FLAGS.slice(0, 4) },
  { daysAgo: 11, source: 'fleet-api', version: '1.8.0', flags: [STATEMENT, PAPER] },
  { daysAgo: 5, source: 'fleet-portal', version: '2.3.0', flags: FLAGS },
  { daysAgo: 4, source: 'fleet-api', version: '1.9.1', flags: [STATEMENT, GUEST_RIDES] },
];
