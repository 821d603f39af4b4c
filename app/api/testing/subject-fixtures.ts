import { randomUUID } from 'node:crypto';
import type { Fixture, Place } from './permission-fixtures';

const freshKey = (): string => `s/${randomUUID()}`;
const base = ({ project }: Place): string => `/api/admin/projects/${project}`;
const query = ({ environment }: Place): string => `?environment=${environment}`;

export const inQuery: Fixture = async (_make, place) => ({ query: query(place) });
export const newSubject: Fixture = async (_make, place) => ({
  query: query(place),
  body: { targetingKey: freshKey(), attributes: { plan: 'pro' } },
});
export const subject: Fixture = async (make, place) => {
  const targetingKey = freshKey();
  await make('POST', `${base(place)}/subjects${query(place)}`, { targetingKey });
  return { params: { targetingKey }, query: query(place) };
};

export const subjectPatch: Fixture = async (make, place) => ({
  ...(await subject(make, place)),
  body: { version: 1, role: 'manager' },
});
export const subjectToErase: Fixture = async (make, place) => {
  const { params } = await subject(make, place);
  return { params, query: `${query(place)}&version=1` };
};

const freshName = (): string => `a${randomUUID().slice(0, 8)}`;
export const attribute: Fixture = async () => ({ params: { name: freshName() }, body: { type: 'string' } });
export const attributeToRemove: Fixture = async (make, place) => {
  const name = freshName();
  await make('PUT', `${base(place)}/attributes/${name}`, { type: 'string' });
  return { params: { name } };
};
