import { type Issue, serviceError } from '../errors';
import type { TransactionClient } from '../transaction-client';
import { type PlanStep, stepPath } from './steps';
import type { PlanWarning } from './types';
import type { Strategy } from '@/lib/schemas/plan';

/** Environments of steps that the project does not have, as a refusal by path. */
export async function assertEnvironments(
  db: TransactionClient,
  projectId: string,
  { strategy, steps, environment }: { strategy: Strategy; steps: readonly PlanStep[]; environment: string | null },
): Promise<void> {
  const rows = await db.environment.findMany({ where: { projectId }, select: { key: true } });
  const known = new Set(rows.map(({ key }) => key));
  const message = 'There is no environment with this key.';
  const absent = steps.filter((step) => !known.has(step.environment));
  const pathOf = (step: PlanStep): string =>
    step.environment === environment ? 'environment' : stepPath(strategy, step.index, 'environment');
  const paths = [...new Set(absent.map(pathOf))];
  if (environment !== null && !known.has(environment) && !paths.includes('environment')) paths.push('environment');
  if (paths.length === 0) return;
  const issues: Issue[] = paths.map((path) => ({ path, code: 'unknown_environment', message }));
  throw serviceError('refused', 'unknown_environment', { issues });
}

const STOPPING: Readonly<Record<string, string>> = {
  signal_absent: 'This signal was never posted in the environment. Post it once, so that it is known.',
  served_to_all: 'The flag serves this to everybody there already: the step would take it from them.',
};

/** Refuses to start what would hold for ever, or take something away. */
export function refuseWarned(warnings: readonly PlanWarning[]): void {
  const issues = warnings.flatMap(({ path, code, params }): Issue[] => {
    const message = STOPPING[code];
    return message === undefined ? [] : [{ path, code, message, params }];
  });
  if (issues.length > 0) throw serviceError('refused', 'plan_refused', { issues });
}
