import { randomUUID } from 'node:crypto';
import type { Fixture, Place } from './permission-fixtures';

const base = ({ project }: Place): string => `/api/admin/projects/${project}`;
const query = ({ environment }: Place): string => `?environment=${environment}`;
const body = { subject: 'u1', startDate: '2026-03-02', endDate: '2026-03-31', timezone: 'Europe/Berlin' };

export const newMembership: Fixture = async (make, place) => {
  const key = `k${randomUUID().slice(0, 13)}`;
  await make('POST', `${base(place)}/flags`, { key, type: 'boolean' });
  return { params: { key }, query: query(place), body };
};
export const membership: Fixture = async (make, place) => {
  const { params } = await newMembership(make, place);
  const key = params?.key ?? '';
  const { id } = await make('POST', `${base(place)}/flags/${key}/memberships${query(place)}`, body);
  return { params: { key, id: String(id) }, query: query(place) };
};
export const membershipPatch: Fixture = async (make, place) => ({
  ...(await membership(make, place)),
  body: { version: 1, endDate: '2026-04-30' },
});
export const membershipToRemove: Fixture = async (make, place) => {
  const { params } = await membership(make, place);
  return { params, query: `${query(place)}&version=1` };
};
export const inPlace: Fixture = async (_, place) => ({ query: query(place) });
export const placeInBody: Fixture = async (_, { environment }) => ({ body: { environment } });
export const importing: Fixture = async (make, place) => {
  const { params } = await newMembership(make, place);
  return { body: { environment: place.environment, rows: [{ ...body, flag: params?.key }] } };
};
