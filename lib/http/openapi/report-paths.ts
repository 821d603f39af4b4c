import type { z } from 'zod';
import { eventsSchema } from '@/lib/schemas/event';
import { identifySchema } from '@/lib/schemas/subject';
import { ingestedAnswer, subjectAnswer } from '@/lib/schemas/openapi/subject-answers';
import { jsonContent, refusedAnswer } from './describe-answer';
import { describeSchema } from './describe-schema';
import type { Json, JsonObject } from './json-schema';
import { tagOf } from './tags';

const inHeader = (description: string): Json => [
  { name: 'X-Flagstaff-Subject', in: 'header', required: false, description, schema: { type: 'string' } },
];
const REFUSALS: JsonObject = {
  400: refusedAnswer('The body has a form that is not understood.'),
  401: refusedAnswer('The key or the proof is missing, wrong, revoked or expired.'),
  413: refusedAnswer('Over 1 MB.'),
  415: refusedAnswer('Not JSON, or encoded otherwise than by gzip, deflate or br.'),
  503: refusedAnswer('The database does not answer; nothing was stored.'),
};
const body = (schema: z.ZodType, example: JsonObject): JsonObject => ({
  required: true,
  content: { 'application/json': { schema: describeSchema(schema), example } },
});

const identify: JsonObject = {
  operationId: 'subjects.identify',
  tags: [tagOf('/api/identify')],
  summary: 'Tell what is known of a subject',
  description:
    'Attributes are added to those there are; null takes one away. Reserved attributes are passed over. With a server key, or a client key with a subject proof, which is not believed about trusted attributes, role and join date.',
  security: [{ evaluationKey: [] }],
  parameters: inHeader('Proof that a client key speaks of this subject; server keys need none.'),
  requestBody: body(identifySchema, {
    targetingKey: 'u1',
    attributes: { email: 'ada@example.com', plan: 'pro' },
    role: 'employee',
    tenant: 'acme',
  }),
  responses: {
    200: { description: 'The subject as it is stored now.', content: jsonContent(subjectAnswer) },
    ...REFUSALS,
    403: refusedAnswer('A client key without a proof, or with one about somebody else.'),
    422: refusedAnswer('More than 500 attributes together with those there are.'),
  },
};

const events: JsonObject = {
  operationId: 'events.ingest',
  tags: [tagOf('/api/events')],
  summary: 'Tell what subjects were served and did',
  description:
    'At most 1,000 events and 1 MB. Each is looked at for itself and stored once for its id; 202 says that it is stored. What a server key, or a client key with a subject proof, tracks moves the counter of that name and with it milestones.',
  security: [{ evaluationKey: [] }],
  parameters: inHeader('Proof whom a client key’s events are about; without it nobody is counted.'),
  requestBody: body(eventsSchema, {
    events: [
      { id: 'a2f4', type: 'track', event: 'report.opened', value: 1, context: { targetingKey: 'u1', tenant: 'acme' } },
      { id: 'a2f5', type: 'exposure', flag: 'new-checkout', variant: 'on', context: { targetingKey: 'u1' } },
    ],
  }),
  responses: {
    202: { description: 'What became of them.', content: jsonContent(ingestedAnswer) },
    ...REFUSALS,
    403: refusedAnswer('The origin is not allowed.'),
  },
};

/** What applications report: who their subjects are, and what happened to them. */
export const reportPaths = (): JsonObject => ({
  '/api/identify': { post: identify },
  '/api/events': { post: events },
});
