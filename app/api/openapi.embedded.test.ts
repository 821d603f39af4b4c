import Ajv from 'ajv/dist/2020';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isObject, type Json, type JsonObject } from '@/lib/http/openapi/json-schema';
import { readDocument } from '@/lib/http/openapi/read-document';
import { GET, POST } from './openapi.json/route';
import { routesOnDisk } from './testing/routes-on-disk';

/** Not calls of the API: the answer to unknown addresses, and the protocol behind the sign-in page. */
const UNDOCUMENTED = ['/api/{[...rest]}', '/api/auth/{...nextauth}'];

/** One file that answers several addresses. */
const MANY: Readonly<Record<string, string[]>> = {
  '/api/flags/{[...key]}': ['/api/flags', '/api/flags/{key}'],
  '/ofrep/{...path}': ['/ofrep/v1/evaluate/flags', '/ofrep/v1/evaluate/flags/{key}'],
};

const address = 'http://localhost:3000/api/openapi.json';
const parameter = z.union([
  z.strictObject({ $ref: z.string() }),
  z.strictObject({
    name: z.string(),
    in: z.enum(['path', 'query', 'header']),
    required: z.boolean(),
    description: z.string().optional(),
    schema: z.record(z.string(), z.unknown()),
  }),
]);
const media = z.partialRecord(
  z.enum(['application/json', 'text/csv']),
  z.strictObject({ schema: z.looseObject({}), example: z.json().optional() }),
);
const response = z.union([
  z.strictObject({ $ref: z.string() }),
  z.strictObject({
    description: z.string(),
    headers: z.record(z.string(), z.looseObject({})).optional(),
    content: media.optional(),
  }),
]);
const operation = z.strictObject({
  operationId: z.string().min(1),
  tags: z.array(z.string()).length(1),
  summary: z.string().min(1),
  description: z.string().optional(),
  'x-permission': z.string().optional(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(parameter).optional(),
  requestBody: z.strictObject({ required: z.boolean(), content: media }).optional(),
  responses: z.record(z.string().regex(/^[2345]\d\d$/), response),
});
/** What OpenAPI 3.1 asks of a document, as far as ours uses it. */
const documentSchema = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({
    title: z.string(),
    version: z.string().regex(/^\d+\.\d+\.\d+/),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string() })),
  tags: z.array(z.strictObject({ name: z.string(), description: z.string() })),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), operation),
  ),
  components: z.strictObject({
    schemas: z.record(z.string(), z.looseObject({})),
    responses: z.record(z.string(), response),
    parameters: z.record(z.string(), z.looseObject({})),
    headers: z.record(z.string(), z.looseObject({})),
    securitySchemes: z.record(z.string(), z.looseObject({ type: z.enum(['http', 'apiKey']) })),
  }),
});

let raw: JsonObject;
let document: z.infer<typeof documentSchema>;
beforeAll(async () => {
  raw = z.record(z.string(), z.json()).parse(await (await GET(new Request(address))).json());
  document = documentSchema.parse(raw);
});

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, each]) =>
      each ? [{ path, method: method.toUpperCase(), ...each }] : [],
    ),
  );

function refsIn(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(refsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === '$ref' && typeof part === 'string' ? [part] : refsIn(part),
  );
}

describe('the document', () => {
  it('has every method of every route there is, and no other', async () => {
    const disk = await Promise.all(
      routesOnDisk()
        .filter(({ path }) => !UNDOCUMENTED.includes(path))
        .flatMap(({ path, load }) => (MANY[path] ?? [path]).map((each) => ({ path: each, load })))
        .map(async ({ path, load }) => {
          const handlers = await load();
          const isVerbs = Object.values(handlers).some((handler) => handler.operation);
          const methods = Object.entries(handlers).filter(([, handler]) => !isVerbs || handler.operation);
          return { path, isVerbs, methods: methods.map(([method]) => method) };
        }),
    );
    const described = operations();
    const of = (path: string) => described.filter((each) => each.path === path).map(({ method }) => method);
    for (const { path, isVerbs, methods } of disk) {
      if (isVerbs) expect({ path, methods: of(path).sort() }).toEqual({ path, methods: methods.sort() });
      else expect(methods, path).toEqual(expect.arrayContaining(of(path)));
      expect(of(path), path).not.toEqual([]);
    }
    const paths = disk.map(({ path }) => path);
    expect(Object.keys(document.paths).filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('names every operation once, and every parameter of its path', () => {
    const ids = operations().map(({ operationId }) => operationId);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const { path, parameters = [] } of operations()) {
      const named = parameters.flatMap((each) => ('in' in each && each.in === 'path' ? [each.name] : []));
      expect([path, ...named]).toEqual([path, ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)]);
    }
    const tags = new Set(document.tags.map(({ name }) => name));
    expect(operations().filter(({ tags: [tag] }) => !tags.has(tag ?? ''))).toEqual([]);
  });

  it('resolves every reference', () => {
    const broken = refsIn(raw).filter((ref) => {
      const found = ref
        .slice(2)
        .split('/')
        .reduce<Json | undefined>((at, name) => (isObject(at) ? at[name] : undefined), raw);
      return !ref.startsWith('#/components/') || found === undefined;
    });
    expect(broken).toEqual([]);
  });

  it('has schemas that compile, and examples that its own schemas take', () => {
    const ajv = new Ajv({
      strict: true,
      strictTypes: false,
      strictRequired: false,
      allowUnionTypes: true,
      formats: { 'date-time': true, email: true, uri: true },
    });
    ajv.addVocabulary(['components']);
    ajv.addSchema({ $id: 'flagstaff', components: raw.components ?? {} });
    const inDocument = (schema: object) => JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"flagstaff#/'));
    for (const name of Object.keys(document.components.schemas)) {
      expect(() => ajv.compile({ $ref: `flagstaff#/components/schemas/${name}` }), name).not.toThrow();
    }
    for (const { operationId, requestBody, responses } of operations()) {
      const content = requestBody?.content['application/json'];
      if (content) {
        const validate = ajv.compile(inDocument(content.schema));
        if (content.example !== undefined)
          expect([operationId, validate(content.example), validate.errors]).toEqual([operationId, true, null]);
        expect([operationId, validate('no object')]).toEqual([operationId, false]);
      }
      for (const each of Object.values(responses)) {
        const schema = 'content' in each ? each.content?.['application/json']?.schema : undefined;
        if (schema) expect(() => ajv.compile(inDocument(schema)), operationId).not.toThrow();
      }
    }
  });

  it('shows a body for every write that takes fields', () => {
    const bare = operations().filter(({ requestBody }) => {
      return requestBody?.required && requestBody.content['application/json']?.example === undefined;
    });
    expect(bare.map(({ operationId }) => operationId)).toEqual([]);
  });
});

it('answers other methods in JSON', async () => {
  const answer = await POST(new Request(address, { method: 'POST' }));
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
});

it('reads as a page: every operation in a group, with a command', () => {
  const reading = readDocument(raw);
  const shown = reading.groups.flatMap((group) => group.operations);
  expect(shown.map(({ id }) => id).sort()).toEqual(
    operations()
      .map(({ operationId }) => operationId)
      .sort(),
  );
  expect(shown.filter(({ curl }) => !curl.startsWith('curl '))).toEqual([]);
  expect(shown.find(({ id }) => id === 'flags.create')).toMatchObject({
    method: 'POST',
    permission: 'flag.edit',
    body: expect.arrayContaining([{ name: 'key', type: [{ text: 'Key', schema: 'Key' }], required: true }]),
    success: { status: '201', type: [{ text: 'Flag', schema: 'Flag' }] },
  });
  expect(shown.find(({ id }) => id === 'segments.updateContent')?.curl).toContain('?environment=production');
});
