import type { PlanTemplate } from './types';

const errors = {
  signal: 'errorRate',
  operator: 'greaterThan',
  value: 0.02,
  window: '15m',
  onBreach: 'rollBack',
} as const;

/** Strategies to begin with; the names in them are examples to be replaced. */
export const PLAN_TEMPLATES: readonly PlanTemplate[] = [
  {
    key: 'gradual',
    strategy: {
      strategy: 'staged-rollout',
      phases: [
        { percentage: 5, duration: '3d' },
        { percentage: 20, duration: '5d' },
        { percentage: 50, duration: '7d' },
        { percentage: 100, duration: '5d' },
      ],
    },
  },
  {
    key: 'rings',
    strategy: {
      strategy: 'staged-rollout',
      phases: [
        { percentage: 100, duration: '3d', targetGroups: ['internal-testers'] },
        { percentage: 50, duration: '5d', targetGroups: ['beta-users'] },
        { percentage: 25, duration: '5d' },
        { percentage: 100 },
      ],
    },
  },
  {
    key: 'roles',
    strategy: { strategy: 'role-based', includedRoles: ['admin', 'manager'], excludedRoles: ['guest'] },
  },
  {
    key: 'environments',
    strategy: {
      strategy: 'progressive-environment',
      sequence: [
        { environment: 'development', percentage: 100, minDuration: '2d' },
        { environment: 'staging', percentage: 100, minDuration: '5d' },
        { environment: 'production', percentage: 20, minDuration: '3d' },
        { environment: 'production', percentage: 100 },
      ],
    },
  },
  {
    key: 'guarded',
    strategy: {
      strategy: 'staged-rollout',
      phases: [
        {
          percentage: 10,
          duration: '1d',
          requiredMetrics: { errorRate: { operator: 'lessThan', value: 0.01, window: '1h' } },
        },
        { percentage: 50, duration: '2d' },
        { percentage: 100, duration: '1d' },
      ],
      guardrails: [errors],
    },
  },
];
