import type { EnvironmentRow, WriteContext } from '../transaction';
import type { LoadedPlan } from './plan-row';

/** The locked environments that a plan changes. */
export const planEnvironments = (tx: WriteContext, { row }: Pick<LoadedPlan, 'row'>): EnvironmentRow[] =>
  tx.environments.filter(({ key }) => row.environments.includes(key));

/** The same where nothing is asked for again: the plan was approved as a whole, or nothing becomes of it. */
export const covered = (rows: readonly EnvironmentRow[]): EnvironmentRow[] =>
  rows.map((row) => ({ ...row, requiredApprovals: 0 }));

/** Whether any of them wants approvals. */
export const wantsApproval = (rows: readonly EnvironmentRow[]): boolean =>
  rows.some(({ requiredApprovals }) => requiredApprovals > 0);
