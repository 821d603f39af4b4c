import type { Fixture, Place } from './permission-fixtures';
import type { World } from './world';

const base = ({ project }: Place): string => `/api/admin/projects/${project}/webhooks`;
/** Nothing listens there: what is sent is refused at once. */
const body = { name: 'Nobody', url: 'https://127.0.0.1:9/hook' };

async function made(make: World['make'], place: Place): Promise<string> {
  // A project may have few of them.
  const { items } = await make('GET', base(place));
  for (const each of Array.isArray(items) ? items : []) await make('DELETE', `${base(place)}/${String(each.id)}`);
  const { id } = await make('POST', base(place), body);
  return String(id);
}

export const newWebhook: Fixture = async (make, place) => {
  await made(make, place);
  return { body };
};
export const webhook: Fixture = async (make, place) => ({ params: { id: await made(make, place) } });
export const webhookPatch: Fixture = async (make, place) => ({
  ...(await webhook(make, place)),
  body: { version: 1, name: 'Somebody' },
});
export const delivery: Fixture = async (make, place) => {
  const id = await made(make, place);
  const sent = await make('POST', `${base(place)}/${id}/test`);
  return { params: { id, delivery: String(sent.id) } };
};
