import { progressPatchSchema } from '@/lib/schemas/onboarding';
import { progressAnswer } from '@/lib/schemas/openapi/onboarding-answers';
import { jsonContent, refusedAnswer } from './describe-answer';
import { describeSchema } from './describe-schema';
import type { Json, JsonObject } from './json-schema';
import { tagOf } from './tags';

const PATH = '/api/user/progress';

const PARAMETERS: Json = [
  {
    name: 'targetingKey',
    in: 'query',
    required: true,
    description: 'The subject.',
    schema: { type: 'string' },
  },
  {
    name: 'X-Flagstaff-Subject',
    in: 'header',
    required: false,
    description: 'Proof that a client key asks for this subject; server keys need none.',
    schema: { type: 'string' },
  },
];

const SHARED = {
  tags: [tagOf(PATH)],
  security: [{ evaluationKey: [] }],
  parameters: PARAMETERS,
};
const RESPONSES: JsonObject = {
  200: { description: 'Where the subject is.', content: jsonContent(progressAnswer) },
  400: refusedAnswer('No subject is named, or the body has a form that is not understood.'),
  401: refusedAnswer('The key or the proof is missing, wrong, revoked or expired.'),
  403: refusedAnswer('A client key without a proof, or with one about somebody else.'),
  404: refusedAnswer('Nothing is known of this subject.'),
  503: refusedAnswer('The database does not answer.'),
};

/** Where a subject is in onboarding: read and moved on by applications. */
export const progressPaths = (): JsonObject => ({
  [PATH]: {
    get: {
      operationId: 'onboarding.getProgress',
      summary: 'Where a subject is in onboarding',
      description:
        'With a server key, or a client key with a subject proof. `unlocked` are the milestones reached; those that time alone brings are noticed now.',
      ...SHARED,
      responses: RESPONSES,
    },
    patch: {
      operationId: 'onboarding.moveProgress',
      summary: 'Move a subject on in onboarding',
      description:
        'To a stage by name, or one stage on with `advance`. Each call that advances is a step of its own; with `from`, the stage that it moves from, a call that is repeated moves once and is 409 afterwards. Moving back is 422, as is going past the last stage. To be there already changes nothing.',
      ...SHARED,
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: describeSchema(progressPatchSchema),
            example: { advance: true, from: 'email_verified' },
          },
        },
      },
      responses: {
        ...RESPONSES,
        409: refusedAnswer('The subject is in another stage than `from`.'),
        422: refusedAnswer('No such stage, one that lies behind, or none beyond.'),
      },
    },
  },
});
