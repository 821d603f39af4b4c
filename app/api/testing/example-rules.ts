/** The two rules of the specification, as people send them. */
export const INTERNAL = {
  id: 'rule-001',
  name: 'Internal Team Members',
  description: 'Target internal team members for early access',
  operator: 'OR',
  conditions: [
    { attribute: 'email', operator: 'matches', value: '.*@marmitas\\.com' },
    { attribute: 'groups', operator: 'contains', value: 'internal-testers' },
  ],
  enabled: true,
};
export const PREMIUM = {
  id: 'rule-002',
  name: 'Premium Customers in Production',
  description: 'Target premium customers in production environment',
  operator: 'AND',
  conditions: [
    { attribute: 'subscription', operator: 'equals', value: 'premium' },
    { attribute: 'environment', operator: 'equals', value: 'production' },
  ],
  enabled: true,
};
