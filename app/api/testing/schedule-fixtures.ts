import { randomUUID } from 'node:crypto';
import type { Fixture } from './permission-fixtures';

const AT = '2099-01-01T00:00:00Z';

export const newSchedule: Fixture = async (make, { project, environment }) => {
  const flag = `k${randomUUID().slice(0, 13)}`;
  await make('POST', `/api/admin/projects/${project}/flags`, { key: flag, type: 'boolean' });
  return { body: { flag, environment, instructions: [{ kind: 'turnOn' }], at: AT } };
};
export const schedule: Fixture = async (make, place) => {
  const { body } = await newSchedule(make, place);
  const { id } = await make('POST', `/api/admin/projects/${place.project}/schedules`, body);
  return { params: { id: String(id) } };
};
export const schedulePatch: Fixture = async (make, place) => ({
  ...(await schedule(make, place)),
  body: { version: 1, enabled: false },
});
export const scheduleToCancel: Fixture = async (make, place) => ({
  ...(await schedule(make, place)),
  query: '?version=1',
});
