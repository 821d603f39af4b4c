import { issuesOf, type ShapeIssue } from '@/lib/schemas/issues';
import { planCreateSchema } from '@/lib/schemas/plan';
import { draftPath, type PlanDraft, planBody } from './plan-draft';

export type PlanIssue = Pick<ShapeIssue, 'path' | 'message' | 'params'> & { code: string };

/** JSON cannot ask for the same signal twice in a step: the second would silently stand in for the first. */
function repeated({ steps }: PlanDraft): PlanIssue[] {
  return steps.flatMap(({ gates }, step) =>
    gates.flatMap(({ signal }, gate) =>
      signal !== '' && gates.findIndex((other) => other.signal === signal) < gate
        ? [{ path: `steps.${step}.gates.${gate}.signal`, code: 'signal_twice', message: '' }]
        : [],
    ),
  );
}

const unnamed = ({ steps }: PlanDraft): PlanIssue[] =>
  steps.flatMap(({ gates }, step) =>
    gates.flatMap(({ signal }, gate) =>
      signal === '' ? [{ path: `steps.${step}.gates.${gate}.signal`, code: 'signal_missing', message: '' }] : [],
    ),
  );

/** What is wrong with a draft, by the schema of the route, each where the form shows it. */
export function checkPlan(draft: PlanDraft): PlanIssue[] {
  const parsed = planCreateSchema.safeParse(planBody(draft));
  const shape = parsed.success
    ? []
    : issuesOf(parsed.error).map((issue) => ({ ...issue, path: draftPath(issue.path, draft) }));
  const own = [...unnamed(draft), ...repeated(draft)];
  const places = new Set(own.map(({ path }) => path));
  return [...own, ...shape.filter(({ path }) => !places.has(path))];
}
