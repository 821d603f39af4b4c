import type { z } from 'zod';
import { evaluationSchema, ofrepSchema, singleEvaluationSchema } from '@/lib/schemas/evaluation';
import {
  bulkAnswer,
  evaluationErrorAnswer,
  healthAnswer,
  ofrepAnswer,
  ofrepBulkAnswer,
  singleAnswer,
} from '@/lib/schemas/openapi/evaluation-answers';
import { describeSchema } from './describe-schema';
import type { Json, JsonObject } from './json-schema';
import { progressPaths } from './progress-paths';
import { tagOf } from './tags';

const json = (schema: z.ZodType): JsonObject => ({ 'application/json': { schema: describeSchema(schema) } });
const refused = (description: string): JsonObject => ({ description, content: json(evaluationErrorAnswer) });

const KEYED: Json = [{ evaluationKey: [] }];
const EITHER_HEADER: Json = [{ evaluationKey: [] }, { apiKeyHeader: [] }];
const CONTEXT = { targetingKey: 'u1', plan: 'pro' };

const evaluationErrors = (isSingle: boolean): JsonObject => ({
  400: refused('The body does not parse, or has no context.'),
  401: refused('The key is missing, unknown, revoked or expired.'),
  403: refused('The origin is not allowed, or the key may not do this.'),
  ...(isSingle ? { 404: refused('No such flag for this kind of key.') } : {}),
  413: refused('Over 256 kB.'),
  415: refused('Encoded otherwise than by gzip, deflate or br.'),
  429: refused('Too many requests without a key.'),
  503: refused('Started without data so far.'),
});

const inPath: JsonObject = { name: 'key', in: 'path', required: true, schema: { $ref: '#/components/schemas/Key' } };
const inQuery = (name: string, description: string): JsonObject => ({
  name,
  in: 'query',
  required: false,
  description,
  schema: { type: 'string' },
});
const QUERY: Json[] = [
  inQuery('targetingKey', 'Whom the flags are for.'),
  inQuery('tenant', 'Key of the tenant.'),
  inQuery('context', 'The whole context as URL-encoded JSON instead. Every other parameter is an attribute.'),
  inQuery('explain', '`1` adds `trace`, for server keys.'),
];

interface Described {
  operationId: string;
  summary: string;
  description?: string;
  security?: Json;
  parameters?: Json[];
  body?: z.ZodType;
  example?: JsonObject;
  answer: z.ZodType;
  isSingle?: boolean;
  hasTag?: boolean;
}

function describe(path: string, operation: Described): JsonObject {
  const {
    operationId,
    summary,
    description,
    security = KEYED,
    parameters,
    body,
    example,
    answer,
    isSingle,
  } = operation;
  const ok: JsonObject = { description: 'The answer.', content: json(answer) };
  if (operation.hasTag) ok.headers = { ETag: { description: 'Hash of the answer.', schema: { type: 'string' } } };
  const content = body && { 'application/json': { schema: describeSchema(body), ...(example ? { example } : {}) } };
  return {
    operationId,
    tags: [tagOf(path)],
    summary,
    ...(description === undefined ? {} : { description }),
    security,
    ...(parameters ? { parameters } : {}),
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: {
      200: ok,
      ...(operation.hasTag ? { 304: { description: '`If-None-Match` still holds.' } } : {}),
      ...evaluationErrors(isSingle ?? false),
    },
  };
}

const BULK = { answer: bulkAnswer, hasTag: true };
const SINGLE = { answer: singleAnswer, hasTag: true, isSingle: true };

const OPERATIONS: Readonly<Record<string, Readonly<Record<string, Described>>>> = {
  '/api/flags': {
    get: {
      operationId: 'evaluate.allByQuery',
      summary: 'Evaluate flags',
      description: 'With `publicRead` an environment answers `?project=&environment=` without a key.',
      parameters: [...QUERY, inQuery('keys', 'Comma list; unknown keys are left out.')],
      ...BULK,
    },
    post: {
      operationId: 'evaluate.all',
      summary: 'Evaluate flags for a context',
      body: evaluationSchema,
      example: { context: CONTEXT, keys: ['new-checkout'] },
      ...BULK,
    },
  },
  '/api/flags/{key}': {
    get: {
      operationId: 'evaluate.oneByQuery',
      summary: 'Evaluate one flag',
      parameters: [inPath, ...QUERY],
      ...SINGLE,
    },
    post: {
      operationId: 'evaluate.one',
      summary: 'Evaluate one flag for a context',
      parameters: [inPath],
      body: singleEvaluationSchema,
      example: { context: CONTEXT },
      ...SINGLE,
    },
  },
  '/ofrep/v1/evaluate/flags': {
    post: {
      operationId: 'ofrep.all',
      summary: 'Evaluate flags, OpenFeature Remote Evaluation Protocol',
      description: 'What OpenFeature’s OFREP providers call. `If-None-Match` answers 304 while nothing changed.',
      security: EITHER_HEADER,
      body: ofrepSchema,
      example: { context: CONTEXT },
      answer: ofrepBulkAnswer,
      hasTag: true,
    },
  },
  '/ofrep/v1/evaluate/flags/{key}': {
    post: {
      operationId: 'ofrep.one',
      summary: 'Evaluate one flag, OpenFeature Remote Evaluation Protocol',
      security: EITHER_HEADER,
      parameters: [inPath],
      body: ofrepSchema,
      example: { context: CONTEXT },
      answer: ofrepAnswer,
      isSingle: true,
    },
  },
};

const health = (name: string, summary: string): JsonObject => ({
  operationId: name,
  tags: ['Service'],
  summary,
  security: [],
  responses: {
    200: { description: 'It serves; `degraded` while the database cannot be asked.', content: json(healthAnswer) },
    503: { description: 'It does not serve yet.', content: json(healthAnswer) },
  },
});

const openapi: JsonObject = {
  operationId: 'openapi',
  tags: ['Service'],
  summary: 'This document',
  security: [],
  responses: { 200: { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } } },
};

/** What is not made of verbs: evaluations, health, this document. */
export function evaluationPaths(): JsonObject {
  const paths = Object.entries(OPERATIONS).map(([path, methods]): [string, JsonObject] => [
    path,
    Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, describe(path, operation)])),
  ]);
  return {
    ...Object.fromEntries(paths),
    ...progressPaths(),
    '/api/health': { get: health('health', 'How it is') },
    '/api/health/live': { get: health('health.live', 'Whether the process runs') },
    '/api/health/ready': { get: health('health.ready', 'Whether it has data to serve') },
    '/api/openapi.json': { get: openapi },
  };
}
