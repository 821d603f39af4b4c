/** Companies whose staff ride: customers of the sample product, with what rules may ask of each. */
export const SAMPLE_TENANTS = [
  { key: 'acme', name: 'Acme Logistics', attributes: { plan: 'enterprise', seats: 420, earlyAdopter: true } },
  { key: 'bluewave', name: 'Bluewave Energy', attributes: { plan: 'business', seats: 85, earlyAdopter: false } },
  { key: 'cobalt', name: 'Cobalt Robotics', attributes: { plan: 'business', seats: 60, earlyAdopter: true } },
  { key: 'dovetail', name: 'Dovetail Furniture', attributes: { plan: 'starter', seats: 12, earlyAdopter: false } },
  { key: 'elmstreet', name: 'Elm Street Media', attributes: { plan: 'starter', seats: 18, earlyAdopter: false } },
  { key: 'ferrous', name: 'Ferrous Steel', attributes: { plan: 'enterprise', seats: 900, earlyAdopter: false } },
  { key: 'globex', name: 'Globex', attributes: { plan: 'enterprise', seats: 310, earlyAdopter: true } },
  { key: 'harbour', name: 'Harbour City Council', attributes: { plan: 'business', seats: 140, earlyAdopter: false } },
  { key: 'initech', name: 'Initech', attributes: { plan: 'starter', seats: 25, earlyAdopter: false } },
  { key: 'juniper', name: 'Juniper Clinics', attributes: { plan: 'business', seats: 95, earlyAdopter: false } },
  { key: 'kestrel', name: 'Kestrel Airports', attributes: { plan: 'enterprise', seats: 540, earlyAdopter: true } },
  { key: 'lumen', name: 'Lumen Studios', attributes: { plan: 'starter', seats: 9, earlyAdopter: false } },
];

/** Flags that customers set for themselves. */
export const LEFT_TO_TENANTS = [
  'portal.cost-centres',
  'portal.single-sign-on',
  'portal.guest-rides',
  'portal.map-style',
];

/** What some customers have instead of everybody's, in production; `days` from now it ends by itself. */
export const SAMPLE_OVERRIDES = [
  {
    flag: 'portal.single-sign-on',
    tenants: ['acme', 'ferrous', 'globex', 'kestrel'],
    value: { enabled: true },
    note: 'Part of the enterprise contract',
  },
  {
    flag: 'portal.cost-centres',
    tenants: ['dovetail', 'lumen'],
    value: { enabled: false },
    note: 'One cost centre only, asked to hide the step',
  },
  {
    flag: 'portal.guest-rides',
    tenants: ['harbour'],
    value: { enabled: false },
    note: 'Until their pilot ends',
    days: 21,
  },
  { flag: 'portal.map-style', tenants: ['kestrel'], value: { variant: 'satellite' }, note: 'Airfields look better so' },
];
