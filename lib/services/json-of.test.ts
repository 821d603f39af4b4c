import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeConfiguration } from './configurations/change';
import { getConfiguration } from './configurations/get';
import { listRevisions } from './configurations/list-revisions';
import { createFlag } from './flags/create';
import { getFlag } from './flags/get';
import { updateFlag } from './flags/update';
import { createTestServices, type TestServices } from './testing';

/** Names that mean something to JavaScript or to the database client, and to nobody else. */
const ODD =
  '{"__proto__":{"a":1},"constructor":{"prototype":1},"$type":"Json","toJSON":"x","value":null,"b":[{"__proto__":2}]}';
const value: unknown = JSON.parse(ODD);
const place = { flag: 'odd', environment: 'staging' };
let services: TestServices;

beforeAll(async () => {
  services = await createTestServices();
});
afterAll(() => services.close());

it('keeps every name in values, metadata, constants and history as it was sent', async () => {
  const variants = [{ key: 'v', value }];
  const metadata: unknown = JSON.parse('{"__proto__":"x","$type":"Raw","k":1}');
  await createFlag(services.as('admin'), { key: 'odd', type: 'json', variants, metadata });
  const stored = await getFlag(services.as('viewer'), { key: 'odd' });
  expect(JSON.stringify(stored.variants[0]?.value)).toBe(ODD);
  expect(JSON.stringify(stored.metadata)).toBe(JSON.stringify(metadata));
  const more = [...variants, { key: 'w', value }];
  await updateFlag(services.as('admin'), { key: 'odd', version: 1, variants: more });
  const items = await services.db.$queryRaw`SELECT body->'variants'->1->>'value' AS value FROM item
    WHERE kind = 'flag' AND key = 'odd' AND to_number IS NULL LIMIT 1`;
  expect(items).toEqual([{ value: ODD }]);
  const rule = {
    id: 'r',
    serve: { variant: 'v' },
    conditions: [{ attribute: '__proto__', operator: 'equals', value }],
  };
  const answer = await changeConfiguration(services.as('admin'), {
    ...place,
    version: 1,
    instructions: [{ kind: 'addRule', rule }],
  });
  const read = await getConfiguration(services.as('viewer'), place);
  expect(JSON.stringify(read.rules[0]?.conditions)).toBe(JSON.stringify(rule.conditions));
  expect(read).toEqual(answer);
  const [last] = (await listRevisions(services.as('viewer'), place)).items;
  expect(JSON.stringify(last?.instructions)).toContain(ODD);
});
