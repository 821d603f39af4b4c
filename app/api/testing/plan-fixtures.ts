import { randomUUID } from 'node:crypto';
import type { Fixture, Place } from './permission-fixtures';

const base = ({ project }: Place): string => `/api/admin/projects/${project}`;

const strategy = {
  strategy: 'staged-rollout',
  phases: [{ percentage: 10, duration: '1d' }, { percentage: 50, duration: '1d' }, { percentage: 100 }],
};

export const newPlan: Fixture = async (make, place) => {
  const flag = `k${randomUUID().slice(0, 13)}`;
  await make('POST', `${base(place)}/flags`, { key: flag, type: 'boolean' });
  return { body: { flag, environment: place.environment, strategy } };
};
export const plan: Fixture = async (make, place) => {
  const { body } = await newPlan(make, place);
  const { id } = await make('POST', `${base(place)}/plans`, body);
  return { params: { id: String(id) } };
};
export const planPatch: Fixture = async (make, place) => ({
  ...(await plan(make, place)),
  body: { version: 1, name: 'Changed' },
});
export const planToRemove: Fixture = async (make, place) => ({ ...(await plan(make, place)), query: '?version=1' });

export const startedPlan: Fixture = async (make, place) => {
  const made = await plan(make, place);
  await make('POST', `${base(place)}/plans/${made.params?.id}/start`, {});
  return made;
};
export const pausedPlan: Fixture = async (make, place) => {
  const made = await startedPlan(make, place);
  await make('POST', `${base(place)}/plans/${made.params?.id}/pause`, {});
  return made;
};
export const pausedPlanPatch: Fixture = async (make, place) => ({
  ...(await pausedPlan(make, place)),
  // Its version counts the draft, the start and the pause.
  body: { version: 3, name: 'Changed' },
});
export const newSignal: Fixture = async (_make, { environment }) => ({
  body: { environment, name: 'errorRate', value: 0.01 },
});
export const signalsInQuery: Fixture = async (_make, { environment }) => ({ query: `?environment=${environment}` });
