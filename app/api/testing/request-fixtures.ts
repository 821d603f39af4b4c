import { randomUUID } from 'node:crypto';
import type { Fixture, Place } from './permission-fixtures';

const base = ({ project }: Place): string => `/api/admin/projects/${project}`;
/** Who asks for it: somebody who may not approve it in `default`, and whom no other row needs. */
const author = ({ project }: Place) => (project === 'default' ? 'developer' : 'stranger');

export const newRequest: Fixture = async (make, place) => {
  const key = `k${randomUUID().slice(0, 13)}`;
  await make('POST', `${base(place)}/flags`, { key, type: 'boolean' });
  const instructions = [{ kind: 'turnOn' }];
  return {
    body: { title: 'Launch', changes: [{ flag: key, environment: place.environment, version: 1, instructions }] },
  };
};
export const request: Fixture = async (make, place) => {
  const { body } = await newRequest(make, place);
  const { id } = await make('POST', `${base(place)}/change-requests`, body, author(place));
  return { params: { id: String(id) } };
};
export const remark: Fixture = async (make, place) => ({ ...(await request(make, place)), body: { comment: 'Why?' } });
export const approvedRequest: Fixture = async (make, place) => {
  const { params } = await request(make, place);
  await make('POST', `${base(place)}/change-requests/${params?.id}/approve`);
  return { params };
};
export const appliedRequest: Fixture = async (make, place) => {
  const { params } = await approvedRequest(make, place);
  await make('POST', `${base(place)}/change-requests/${params?.id}/apply`);
  return { params };
};
