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
