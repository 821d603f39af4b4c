import { z } from 'zod';
import { keySchema } from './key';
import { paginationShape } from './pagination';
import { planDurationSchema } from './plan-duration';
import { shapeProblem } from './shape-problem';
import { signalNameSchema, signalValueSchema } from './signal';
import { attributeSchema, commentSchema, descriptionSchema, idSchema, nameSchema, text, versionSchema } from './text';

export const COMPARISONS = ['lessThan', 'lessOrEqual', 'greaterThan', 'greaterOrEqual', 'equals'] as const;
export type Comparison = (typeof COMPARISONS)[number];
/** How far back a value counts, unless a gate or guardrail says otherwise. */
export const DEFAULT_WINDOW = '1h';

/** What must hold before the next step: the newest value within the window compares so. */
const gateSchema = z.strictObject({
  operator: z.enum(COMPARISONS),
  value: signalValueSchema,
  window: planDurationSchema.optional(),
});

/** What must not happen: it is breached when the newest value within the window compares so. */
export const guardrailSchema = z.strictObject({
  signal: signalNameSchema,
  operator: z.enum(COMPARISONS),
  value: signalValueSchema,
  window: planDurationSchema.optional(),
  onBreach: z.enum(['rollBack', 'pause']).default('rollBack'),
});
export type Guardrail = z.output<typeof guardrailSchema>;

const groupName = text(200, 1);
const names = z.array(groupName).max(50);
const guardrails = z.array(guardrailSchema).max(20);

const MOST_GATES = 20;
const requiredMetrics = z.record(signalNameSchema, gateSchema).superRefine((gates, ctx) => {
  if (Object.keys(gates).length > MOST_GATES) ctx.addIssue(shapeProblem('too_big_list', [], MOST_GATES));
});

/** Whole percents, down to a thousandth. */
const percentage = z
  .number()
  .min(0)
  .max(100)
  .superRefine((value, ctx) => {
    if (Math.abs(value * 1_000 - Math.round(value * 1_000)) > 1e-6) ctx.addIssue(shapeProblem('percentage_fine'));
  });

const stepShape = {
  percentage,
  /** Keys of segments, else entries of the attribute `groups`; any of them. Everybody without. */
  targetGroups: names.optional(),
  includedRoles: names.optional(),
  excludedRoles: names.optional(),
  /** How long it lasts at least; without, the next follows as soon as the gates allow. */
  duration: planDurationSchema.optional(),
  /** The same by another name. */
  minDuration: planDurationSchema.optional(),
  requiredMetrics: requiredMetrics.optional(),
  guardrails: guardrails.optional(),
};
interface Lasting {
  duration?: string;
  minDuration?: string;
}
const oneDuration = (step: Lasting, ctx: Pick<z.RefinementCtx, 'addIssue'>): void => {
  if (step.duration !== undefined && step.minDuration !== undefined) {
    ctx.addIssue(shapeProblem('duration_twice', ['minDuration']));
  }
};
const list = <T extends z.ZodType>(step: T) => z.array(step).min(1).max(50);

const shared = {
  guardrails: guardrails.optional(),
  /** What is bucketed; `targetingKey` unless it is named. */
  unit: attributeSchema.min(1).optional(),
  /** Stands in the place of the flag's salt. */
  seed: text(200, 1).optional(),
  /** What the plan serves; a boolean flag's true variant unless it is named. */
  variant: keySchema.optional(),
};

const stagedSchema = z.strictObject({
  strategy: z.literal('staged-rollout'),
  phases: list(z.strictObject(stepShape).superRefine(oneDuration)),
  ...shared,
});
const roleBasedSchema = z
  .strictObject({
    strategy: z.literal('role-based'),
    includedRoles: names.optional(),
    excludedRoles: names.optional(),
    ...shared,
  })
  .superRefine(({ includedRoles = [], excludedRoles = [] }, ctx) => {
    if (includedRoles.length + excludedRoles.length === 0) {
      ctx.addIssue(shapeProblem('plan_roles', ['includedRoles']));
    }
  });
const progressiveSchema = z.strictObject({
  strategy: z.literal('progressive-environment'),
  sequence: list(z.strictObject({ environment: keySchema, ...stepShape }).superRefine(oneDuration)),
  ...shared,
});
const combinedSchema = z.strictObject({
  strategy: z.literal('combined'),
  /** Each in its own environment, or in the plan's. */
  steps: list(
    z
      .strictObject({ environment: keySchema.optional(), ...stepShape, percentage: percentage.default(100) })
      .superRefine(oneDuration),
  ),
  ...shared,
});

/** A step of any strategy, as it is written. */
export interface WrittenStep {
  environment?: string;
  percentage: number;
  targetGroups?: string[];
  includedRoles?: string[];
  excludedRoles?: string[];
  duration?: string;
  minDuration?: string;
  requiredMetrics?: Record<string, { operator: Comparison; value: number; window?: string }>;
  guardrails?: Guardrail[];
}

/** How a plan goes about it. */
export const strategySchema = z.discriminatedUnion('strategy', [
  stagedSchema,
  roleBasedSchema,
  progressiveSchema,
  combinedSchema,
]);
export type Strategy = z.output<typeof strategySchema>;
export type StrategyKind = Strategy['strategy'];
export const STRATEGIES = [
  'staged-rollout',
  'role-based',
  'progressive-environment',
  'combined',
] as const satisfies readonly StrategyKind[];

/** A strategy's own fields, which may stand beside the plan's when `strategy` is its name alone. */
const SPREAD = [
  ...(['phases', 'sequence', 'steps', 'includedRoles', 'excludedRoles'] as const),
  ...(['guardrails', 'unit', 'seed', 'variant'] as const),
];
const loose = z.unknown().optional();
const spreadShape = {
  phases: loose,
  sequence: loose,
  steps: loose,
  includedRoles: loose,
  excludedRoles: loose,
  guardrails: loose,
  unit: loose,
  seed: loose,
  variant: loose,
};
const spreadStrategy = z.union([strategySchema, z.enum(STRATEGIES)]);

interface SpreadBody {
  strategy?: unknown;
  environment?: string;
  [name: string]: unknown;
}

/** The strategy a body means: an object, or its fields beside its name. */
const gathered = (body: SpreadBody): unknown => {
  if (typeof body.strategy !== 'string') return body.strategy;
  const fields = SPREAD.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]);
  return { strategy: body.strategy, ...Object.fromEntries(fields) };
};

/** The strategy of a body that `planCreateSchema` or `planPatchSchema` let pass. */
export const strategyOf = (body: SpreadBody): Strategy => strategySchema.parse(gathered(body));

const needsEnvironment = (strategy: Strategy): boolean =>
  strategy.strategy === 'combined'
    ? strategy.steps.some(({ environment }) => environment === undefined)
    : strategy.strategy !== 'progressive-environment';

/** What is wrong with a strategy given as its fields; of one given as an object its own schema tells. */
function checkStrategy(body: SpreadBody, ctx: Pick<z.RefinementCtx, 'addIssue'>): void {
  if (typeof body.strategy !== 'string') {
    for (const name of SPREAD) if (body[name] !== undefined) ctx.addIssue(shapeProblem('unknown_field', [name]));
    return;
  }
  for (const found of strategySchema.safeParse(gathered(body)).error?.issues ?? []) ctx.addIssue({ ...found });
}

const planShape = {
  flag: keySchema,
  /** Of steps that name none. */
  environment: keySchema.optional(),
  /** The flag's name unless it is given. */
  name: nameSchema.optional(),
  description: descriptionSchema.default(''),
  strategy: spreadStrategy,
  ...spreadShape,
};

/** Body of `POST /plans`, and of `POST /plans/preview`: `strategy` is an object, or its name with its fields beside the others. */
export const planCreateSchema = z.strictObject(planShape).superRefine((body, ctx) => {
  checkStrategy(body, ctx);
  const parsed = strategySchema.safeParse(gathered(body));
  if (parsed.success && needsEnvironment(parsed.data) && body.environment === undefined) {
    ctx.addIssue(shapeProblem('plan_environment', ['environment']));
  }
});
export type PlanCreateInput = z.input<typeof planCreateSchema>;

const place = { id: idSchema };
export const planPlaceSchema = z.object(place);

/** Body of `PATCH /plans/{id}`: of a draft everything but the flag, of a paused plan what is still to come. */
export const planPatchSchema = z
  .strictObject({
    ...place,
    version: versionSchema,
    environment: keySchema.optional(),
    name: nameSchema.optional(),
    description: descriptionSchema.optional(),
    strategy: spreadStrategy.optional(),
    ...spreadShape,
    comment: commentSchema.optional(),
  })
  .superRefine((body, ctx) => {
    checkStrategy(body, ctx);
  });

export const planRemoveSchema = z.strictObject({ ...place, version: versionSchema });

/** Body of `POST /plans/{id}/{start,pause,resume,rollback}`. Idempotent: no version. */
export const planActSchema = z.strictObject({ ...place, comment: commentSchema.optional() });

/** Body of `POST /plans/{id}/advance`: `step` is the one it is at, so that a repeated call advances no further. */
export const planAdvanceSchema = z.strictObject({
  ...place,
  /** Index of the current step; another is a conflict. */
  step: z.int().min(0).optional(),
  /** Passes gates that are not met; wants a comment. */
  force: z.boolean().default(false),
  comment: commentSchema.optional(),
});

export const PLAN_STATUSES = ['draft', 'running', 'holding', 'paused', 'completed', 'rolledBack', 'failed'] as const;

/** Query of `GET /plans`. */
export const planListSchema = z.object({
  ...paginationShape,
  flag: keySchema.optional(),
  environment: keySchema.optional(),
  status: z.enum(PLAN_STATUSES).optional(),
});
