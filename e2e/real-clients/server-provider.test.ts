import { OFREPProvider } from '@openfeature/ofrep-provider';
import { type Client, OpenFeature } from '@openfeature/server-sdk';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/server';
import { type CaseRow, NOT_IN_JAVASCRIPT, PROVIDER_CASES, SPECIFICATION_CASES } from './case-rows';
import { compareCase, type Reported } from './compare-case';
import { OFREP_SCHEMAS } from './ofrep-schema';
import { KEY_VARIABLES, KEYS, prepareFlags, type Suite } from './prepare-flags';

/** This version of the provider makes an error of every answer without a value. The caller's default is used even so. */
const WITHOUT_VALUE = [
  'says that a flag is disabled: boolean from boolean-disabled-flag',
  'says that a flag is disabled: string from string-disabled-flag',
  'says that a flag is disabled: integer from integer-disabled-flag',
  'says that a flag is disabled: float from float-disabled-flag',
  'says that a flag is disabled: object from object-disabled-flag',
  'leaves the default to the caller: boolean from null-default-flag',
  'leaves the default to the caller: integer from undefined-default-flag',
  '20: boolean from disabled-boolean-flag',
  '21: string from disabled-string-flag',
  '22: number from disabled-integer-flag',
  '23: number from disabled-float-flag',
];

let server: TestServer;
const validate = new Ajv2020({ strict: false, allowUnionTypes: true }).compile(OFREP_SCHEMAS.single);
const answers: { status: number; body: unknown }[] = [];

beforeAll(async () => {
  server = await startServer({ env: KEY_VARIABLES });
  await prepareFlags(server);
  for (const suite of ['specification', 'provider'] as const) {
    const provider = new OFREPProvider({
      baseUrl: server.url,
      headers: [['Authorization', `Bearer ${KEYS.server[suite]}`]],
      fetchImplementation: async (...request) => {
        const answer = await fetch(...request);
        answers.push({ status: answer.status, body: await answer.clone().json() });
        return answer;
      },
    });
    await OpenFeature.setProviderAndWait(suite, provider);
  }
});
afterAll(async () => {
  await OpenFeature.close();
  await server.stop();
});

const evaluate = (client: Client, { key, type, fallback, context }: CaseRow): Promise<Reported> => {
  switch (type) {
    case 'boolean':
      return client.getBooleanDetails(key, fallback === true, context);
    case 'string':
      return client.getStringDetails(key, String(fallback), context);
    case 'number':
      return client.getNumberDetails(key, Number(fallback), context);
    case 'object':
      return client.getObjectDetails(key, typeof fallback === 'object' ? fallback : {}, context);
  }
};

/** What does not pass, by name. */
async function failing(suite: Suite, cases: readonly CaseRow[]): Promise<Record<string, string[]>> {
  const client = OpenFeature.getClient(suite);
  const found: Record<string, string[]> = {};
  for (const one of cases) {
    const differences = compareCase(one, await evaluate(client, one));
    if (differences.length > 0) found[one.name] = differences;
  }
  return found;
}

describe('the OFREP provider of the server SDK', () => {
  it('is given as many cases as the suites have', () => {
    const ours = SPECIFICATION_CASES.filter(({ name }) => name.startsWith('leaves the default'));
    expect([SPECIFICATION_CASES.length - ours.length, ours.length]).toEqual([63, 2]);
    expect([PROVIDER_CASES.length, NOT_IN_JAVASCRIPT.length]).toEqual([44, 1]);
    const names = [...SPECIFICATION_CASES, ...PROVIDER_CASES].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(WITHOUT_VALUE.every((name) => names.includes(name))).toBe(true);
  });

  it('passes all cases but those of answers without a value', async () => {
    const failed = {
      ...(await failing('specification', SPECIFICATION_CASES)),
      ...(await failing('provider', PROVIDER_CASES)),
    };
    expect(Object.keys(failed).sort()).toEqual([...WITHOUT_VALUE].sort());
    for (const differences of Object.values(failed)) {
      expect(differences.some((line) => line.startsWith('value'))).toBe(false);
      expect(differences.join()).toContain('GENERAL');
    }
  });

  it('was given valid answers only', () => {
    expect(answers).toHaveLength(SPECIFICATION_CASES.length + PROVIDER_CASES.length);
    for (const { body } of answers) expect({ body, valid: validate(body) }).toEqual({ body, valid: true });
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(6);
    expect(statuses.filter((status) => status === 200)).toHaveLength(answers.length - 6);
  });

  it('is told apart from others in the counts', async () => {
    expect(answers.length).toBeGreaterThan(0);
    await server.end();
    const again = await startServer({ env: KEY_VARIABLES, dataDir: server.dataDir });
    const path = '/api/admin/projects/openfeature-specification/flags/metadata-flag/analytics?environment=development';
    const answer = await fetch(`${again.url}${path}`, { headers: { authorization: `Bearer ${again.adminToken}` } });
    expect(await answer.json()).toMatchObject({
      totals: { on: 1, off: 0 },
      bySdk: [{ sdk: 'ofrep-server', count: 1 }],
    });
    await again.end();
  });
});
