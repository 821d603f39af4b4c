import type { Method, Operation } from '../operation';
import { describeComponents } from './describe-schema';
import { describeOperation } from './describe-operation';
import { cronPaths } from './cron-paths';
import { evaluationPaths } from './evaluation-paths';
import { reportPaths } from './report-paths';
import { isObject, type JsonObject } from './json-schema';
import { tagList } from './tags';

/** A route's handlers by method, with what each is made of. */
export type DescribedRoute = Partial<Record<Method, { readonly path?: string; readonly operation?: Operation }>>;

const ERRORS: Readonly<Record<string, string>> = {
  400: 'A wrong shape: `issues` says what and where.',
  401: 'No valid key or session.',
  403: 'You may not do this.',
  404: 'Nothing here by this name, or not for you.',
  409: 'Changed since the version you named: `error.current` is what is stored.',
  413: 'Over 1 MB.',
  415: 'Not JSON.',
  422: 'A rule of the product says no: an absent reference, weights that do not total, a cycle, still in use.',
  500: 'A mishap on our side; the request id finds it in the log.',
  503: 'The database does not answer. Nothing was changed.',
};

const errorResponses = (): JsonObject =>
  Object.fromEntries(
    Object.entries(ERRORS).map(([status, description]) => [
      `Error${status}`,
      { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
    ]),
  );

const SECURITY: JsonObject = {
  adminToken: { type: 'http', scheme: 'bearer', description: 'An admin key, `fsa_…`.' },
  evaluationKey: { type: 'http', scheme: 'bearer', description: 'A client key, `fsc_…`, or a server key, `fss_…`.' },
  cronSecret: { type: 'http', scheme: 'bearer', description: '`CRON_SECRET` of the server.' },
  apiKeyHeader: {
    type: 'apiKey',
    in: 'header',
    name: 'X-API-Key',
    description: 'The same keys, where OFREP wants it.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'flagstaff.session',
    description: 'A signed-in browser: reads freely, writes with its own `Origin` and as JSON.',
  },
};

const COMPONENT_PARTS: JsonObject = {
  parameters: {
    IfMatch: {
      name: 'If-Match',
      in: 'header',
      required: false,
      description: 'The version the write is based on, in quotation marks, instead of `version`.',
      schema: { type: 'string', examples: ['"3"'] },
    },
  },
  headers: {
    RequestId: { description: 'Also in the audit and the log.', schema: { type: 'string' } },
  },
  securitySchemes: SECURITY,
};

const INTRODUCTION = `Everything Flagstaff does can be done by these calls.

**Versions.** What can change has a \`version\`. A PUT, PATCH or DELETE, and a list of changes, names the version it is
based on (in the body, as \`?version=\` or as \`If-Match\`); when someone else was faster the answer is 409 with what is
stored now.

**Lists** are \`{"items":[…],"nextCursor":…}\`, with \`?limit=&cursor=&q=\`.

**Percentages and weights** are whole numbers in thousandths of a percent: 25,000 is 25 %.

**Errors** have one shape, \`{"error":{"code","message","issues","requestId"}}\`; evaluations answer OpenFeature’s codes.`;

/** The OpenAPI 3.1 document of these routes and of what is not made of verbs. */
export function buildDocument(routes: readonly DescribedRoute[], version: string): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const route of routes) {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const { path, operation } = route[method] ?? {};
      if (path === undefined || operation === undefined) continue;
      paths[path] = { ...paths[path], [method.toLowerCase()]: describeOperation(path, method, operation) };
    }
  }
  const all: JsonObject = { ...evaluationPaths(), ...reportPaths(), ...cronPaths(), ...paths };
  const used = new Set(
    Object.values(all)
      .flatMap((item) => (isObject(item) ? Object.values(item) : []))
      .flatMap((operation) => (isObject(operation) && Array.isArray(operation.tags) ? operation.tags.map(String) : [])),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'Flagstaff',
      version,
      description: INTRODUCTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: tagList(used),
    paths: all,
    components: { schemas: describeComponents(), responses: errorResponses(), ...COMPONENT_PARTS },
  };
}
