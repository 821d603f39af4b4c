import type { Method, Operation } from '../operation';
import { bodySchema, fieldsOf } from './body-schema';
import { describeSchema } from './describe-schema';
import type { Json, JsonObject } from './json-schema';
import { tagOf } from './tags';
import { WAITING, waitingAnswer, withWaitingFields } from './waiting';

const errorAnswers = (codes: readonly string[]): JsonObject =>
  Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/responses/Error${code}` }]));

const READ_ERRORS = ['400', '401', '403', '404', '500', '503'];
const WRITE_ERRORS = ['400', '401', '403', '404', '409', '413', '415', '422', '500', '503'];

function parameter(
  place: 'path' | 'query',
  name: string,
  schema: JsonObject | undefined,
  required: boolean,
): JsonObject {
  return {
    name,
    in: place,
    required: place === 'path' || required,
    schema: schema ?? { $ref: '#/components/schemas/Key' },
  };
}

/** Names of the path, and how the verb's input calls each. */
function pathNames(path: string, operation: Operation): [string, string][] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  return names.map((name) => [name, operation.params?.[name] ?? (name === 'env' ? 'environment' : name)]);
}

function success(operation: Operation): JsonObject {
  if (!operation.answer) return { 204: { description: 'Done; there is nothing to answer.' } };
  const content: JsonObject = { 'application/json': { schema: describeSchema(operation.answer) } };
  if (operation.csv) content['text/csv'] = { schema: { type: 'string' } };
  const headers: JsonObject = { 'x-request-id': { $ref: '#/components/headers/RequestId' } };
  if (operation.created === undefined) return { 200: { description: 'Done.', headers, content } };
  headers.Location = { description: 'Where it is.', schema: { type: 'string' } };
  return { 201: { description: 'Created.', headers, content } };
}

/** The version may be in the address or in `If-Match` as well. */
function withoutRequired(schema: JsonObject, name: string): JsonObject {
  if (!Array.isArray(schema.required)) return schema;
  const { required, ...rest } = schema;
  const left = required.filter((each) => each !== name);
  return left.length > 0 ? { ...rest, required: left } : rest;
}

function describeBody(operation: Operation, input: JsonObject, elsewhere: ReadonlySet<string>): JsonObject | null {
  const schema = withoutRequired(bodySchema(input, elsewhere), 'version');
  const fields = fieldsOf(schema);
  const mayWait = WAITING.has(operation.verb.verbName);
  if (fields.size === 0 && !mayWait) return null;
  const content: JsonObject = { schema: mayWait ? withWaitingFields(schema) : schema };
  // The example was written as JSON in a route file.
  if (operation.example) content.example = JSON.parse(JSON.stringify(operation.example));
  const required = [...fields].some(([, field]) => field.required);
  return { required, content: { 'application/json': content } };
}

/** An operation of the admin API as OpenAPI says it, from the schema that parses its requests. */
export function describeOperation(path: string, method: Method, operation: Operation): JsonObject {
  const input = describeSchema(operation.verb.input);
  const fields = fieldsOf(input);
  const inPath = pathNames(path, operation);
  const taken = new Set(inPath.map(([, name]) => name));
  const version = fields.get('version');
  const isVersioned = method !== 'GET' && version !== undefined && !taken.has('version');
  const queried = (method === 'GET' ? [...fields.keys()] : [...(operation.query ?? [])]).filter(
    (name) => !taken.has(name),
  );
  if (method === 'DELETE' && isVersioned) queried.push('version');
  const parameters: Json[] = [
    ...inPath.map(([name, field]) => parameter('path', name, fields.get(field)?.schema, true)),
    ...queried.map((name) =>
      parameter('query', name, fields.get(name)?.schema, name !== 'version' && (fields.get(name)?.required ?? false)),
    ),
    ...(isVersioned ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
  ];
  const body = method === 'GET' ? null : describeBody(operation, input, new Set([...taken, ...queried]));
  const { permission, verbName } = operation.verb;
  return {
    operationId: verbName,
    tags: [tagOf(path)],
    summary: operation.summary,
    ...(operation.description === undefined ? {} : { description: operation.description }),
    ...(permission === undefined ? {} : { 'x-permission': permission }),
    security: [{ adminToken: [] }, { session: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: body } : {}),
    responses: {
      ...success(operation),
      ...(WAITING.has(verbName) ? waitingAnswer(verbName) : {}),
      ...errorAnswers(method === 'GET' ? READ_ERRORS : WRITE_ERRORS),
    },
  };
}
