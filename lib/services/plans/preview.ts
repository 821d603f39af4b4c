import { planCreateSchema, strategyOf } from '@/lib/schemas/plan';
import { defineRead } from '../define-verb';
import { definitionOf } from '../flags/definition-of';
import { namedFlag } from '../flags/named-flag';
import { datesOf, foreseeSteps } from './foresee';
import { groundsOf, segmentsAmong } from './ground';
import { planVariant } from './plan-variant';
import { assertEnvironments } from './refuse-plan';
import { stepView } from './step-view';
import { environmentsOfSteps, planSteps } from './steps';
import type { PlanPreview } from './types';
import { planWarnings } from './warnings';

/** What a plan would do, had it been started now: when, and what each step changes. Stores nothing. */
export const previewPlan = defineRead({
  verbName: 'plans.preview',
  input: planCreateSchema,
  permission: 'flag.view',
  run: async ({ db, scope: { projectId }, now }, input): Promise<PlanPreview> => {
    const flag = await namedFlag(db, projectId, input.flag);
    const definition = definitionOf(flag);
    const strategy = strategyOf(input);
    const variant = planVariant(definition, strategy.variant);
    const environment = input.environment ?? null;
    const steps = planSteps(strategy, environment);
    await assertEnvironments(db, projectId, { strategy, steps, environment });
    const environments = environmentsOfSteps(steps);
    const segments = await segmentsAmong(db, projectId, steps);
    const grounds = await groundsOf(db, projectId, { flag: flag.key, environments, definition }, segments);
    const { unit, seed } = strategy;
    const making = { id: 'preview', name: input.name ?? flag.name, variant, unit, seed, steps };
    const messages = foreseeSteps(making, grounds, 0);
    const dates = datesOf(steps, now.getTime());
    const iso = (at: number | undefined): string => new Date(at ?? now).toISOString();
    const moment = { now, since: now, watchFrom: now, newest: [] };
    return {
      variant,
      unit: unit ?? 'targetingKey',
      strategy,
      environments,
      steps: steps.map((step) =>
        stepView(step, moment, {
          segments,
          from: iso(dates[step.index]?.from),
          until: iso(dates[step.index]?.until),
          state: 'upcoming',
          messages: messages.get(step.index) ?? [],
        }),
      ),
      warnings: await planWarnings(db, { strategy, steps, variant, grounds, segments, from: 0 }),
      startsAt: now.toISOString(),
      completesAt: iso(dates.at(-1)?.until),
    };
  },
});
