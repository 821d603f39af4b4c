import type { TestServer } from '../support/server';
import { adminOf } from './prepare-flags';

export const CLIENT_KEY = 'fsc_packages-of-applications-000001';
export const SERVER_KEY = 'fss_packages-of-applications-000001';
/** What a server is started with, so that the project and both keys are there. */
export const PACKAGE_KEYS = {
  FLAGSTAFF_CLIENT_KEYS: `packages:production:${CLIENT_KEY}`,
  FLAGSTAFF_SERVER_KEYS: `packages:production:${SERVER_KEY}`,
};
export const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const FLAGS = '/projects/packages/flags';

/** A flag for those whose context holds all of these, and off for everybody else. */
export async function prepareFeature(
  server: TestServer,
  key: string,
  attributes: Record<string, string | number>,
): Promise<void> {
  const admin = adminOf(server);
  await admin('POST', FLAGS, { key, name: key, type: 'boolean', clientVisible: true });
  const rule = {
    name: 'Targeted',
    description: '',
    enabled: true,
    operator: 'AND',
    conditions: Object.entries(attributes).map(([attribute, value]) => ({ attribute, operator: 'equals', value })),
    serve: { variant: 'on' },
  };
  const off = { kind: 'setDefault', default: { variant: 'off' } };
  const instructions = [{ kind: 'turnOn' }, off, { kind: 'addRule', rule }];
  await admin('POST', `${FLAGS}/${key}/environments/production/changes`, { version: 1, instructions });
}

export const switchFeature = (server: TestServer, key: string, verb: 'enable' | 'disable'): Promise<unknown> =>
  adminOf(server)('POST', `${FLAGS}/${key}/environments/production/${verb}`, {});

/** Says something about subjects to `/api/<what>`, as a server of the application would; answers what it is told. */
export async function report(server: TestServer, what: 'identify' | 'events', body: object): Promise<unknown> {
  const headers = { authorization: `Bearer ${SERVER_KEY}`, 'content-type': 'application/json' };
  const answer = await fetch(`${server.url}/api/${what}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${what}: ${answer.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

/** A new signing secret of the environment that the keys are of. */
export async function signingSecretOf(server: TestServer): Promise<string> {
  const path = '/projects/packages/environments/production/signing-secret';
  const answer = await adminOf(server)('POST', path, {});
  const secret =
    typeof answer === 'object' && answer !== null && 'signingSecret' in answer ? answer.signingSecret : null;
  if (typeof secret !== 'string') throw new Error('there is no secret in the answer');
  return secret;
}
