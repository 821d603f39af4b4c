import type { PlanCreateInput } from '@/lib/schemas/plan';

/** A plan of the sample product, and how long it has been under way. */
export interface SamplePlan {
  plan: PlanCreateInput & { name: string };
  /** Never for a draft. */
  startedDaysAgo?: number;
  /** When the clock looks at it since: what was due by then happens. */
  looksDaysAgo?: readonly number[];
}

export const SAMPLE_PLANS: readonly SamplePlan[] = [
  {
    plan: {
      flag: 'internal-tools',
      environment: 'production',
      name: 'Internal tools for operations',
      description: 'Whoever plans shifts gets the extra menu, contractors never.',
      strategy: {
        strategy: 'role-based',
        includedRoles: ['operations', 'support'],
        excludedRoles: ['contractor'],
      },
    },
    startedDaysAgo: 6,
  },
  {
    plan: {
      flag: 'e-bike-range-estimate',
      environment: 'production',
      name: 'Range estimate for everybody',
      description: 'Hills are understood now: step by step to all cities.',
      strategy: {
        strategy: 'staged-rollout',
        phases: [
          { percentage: 100, duration: '2d', targetGroups: ['beta-riders'] },
          {
            percentage: 20,
            duration: '4d',
            requiredMetrics: {
              errorRate: { operator: 'lessThan', value: 0.01 },
              mapFrames: { operator: 'greaterThan', value: 0.95, window: '2h' },
            },
          },
          { percentage: 50, duration: '1w' },
          { percentage: 100, duration: '3d' },
        ],
        guardrails: [
          { signal: 'errorRate', operator: 'greaterThan', value: 0.05, window: '15m', onBreach: 'rollBack' },
        ],
      },
    },
    startedDaysAgo: 4.6,
    looksDaysAgo: [2.6],
  },
  {
    plan: {
      flag: 'winter-tariff',
      name: 'Winter tariff, from staging to production',
      description: '',
      strategy: {
        strategy: 'progressive-environment',
        variant: 'winter',
        sequence: [
          { environment: 'development', percentage: 100, minDuration: '1d' },
          {
            environment: 'staging',
            percentage: 100,
            minDuration: '2d',
            requiredMetrics: { bookingErrors: { operator: 'lessThan', value: 0.01 } },
          },
          { environment: 'production', percentage: 20, minDuration: '3d' },
          { environment: 'production', percentage: 100 },
        ],
      },
    },
    startedDaysAgo: 3.4,
    looksDaysAgo: [2.4, 0],
  },
  {
    plan: {
      flag: 'checkout-v2',
      environment: 'production',
      name: 'New checkout for everybody',
      description: 'Once invoices go out by e-mail.',
      strategy: {
        strategy: 'staged-rollout',
        phases: [
          {
            percentage: 50,
            duration: '3d',
            requiredMetrics: { errorRate: { operator: 'lessThan', value: 0.01 } },
          },
          { percentage: 100, duration: '1d' },
        ],
        guardrails: [
          { signal: 'errorRate', operator: 'greaterThan', value: 0.02, window: '30m', onBreach: 'rollBack' },
        ],
      },
    },
  },
];

/** Numbers that monitoring posted, around a value: deterministic, one every half hour of the last day. */
export const SAMPLE_SIGNALS = [
  { environment: 'production', name: 'errorRate', around: 0.004, swing: 0.002 },
  { environment: 'production', name: 'mapFrames', around: 0.97, swing: 0.015 },
  { environment: 'staging', name: 'bookingErrors', around: 0.014, swing: 0.003 },
] as const;
