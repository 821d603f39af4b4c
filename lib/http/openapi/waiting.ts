import { isObject, type JsonObject, objectsOf } from './json-schema';

/** Operations that change answers, and so may have to wait for approval. */
export const WAITING: ReadonlySet<string> = new Set([
  ...[
    'change',
    'replace',
    'revert',
    'undo',
    'enable',
    'disable',
    'followDefault',
    'revive',
    'addRule',
    'replaceRule',
  ].map((name) => `configurations.${name}`),
  'configurations.removeRule',
  ...['flags.update', 'flags.archive', 'flags.restore', 'flags.remove'],
  ...['segments.updateContent', 'segments.remove', 'segments.addMembers', 'segments.removeMembers'],
  ...['overrides.set', 'overrides.clear', 'overrides.setMany'],
  ...['memberships.create', 'memberships.update', 'memberships.remove', 'memberships.addMany'],
  ...['tenants.create', 'tenants.update', 'tenants.remove', 'tenants.setRoles'],
  ...['attributes.put', 'attributes.remove', 'onboarding.update'],
  ...['registry.declare', 'changeRequests.revert'],
  ...['schedules.create', 'schedules.update', 'schedules.run'],
]);

/** What such an operation takes beside its own fields. */
const FIELDS: JsonObject = {
  request: {
    type: 'boolean',
    description: 'Wait for approval although it need not, or because you may not do it yourself.',
  },
  bypass: {
    type: 'boolean',
    description: 'Do not wait although it would have to: needs approval.bypass and a comment, and is audited.',
  },
  requestGroup: {
    type: 'string',
    maxLength: 100,
    description: 'A name of yours for writes that belong together: those that wait become one change request.',
  },
};

/** Adds those fields to a body, to each of its alternatives if it has some. */
export function withWaitingFields(schema: JsonObject): JsonObject {
  const { properties } = schema;
  for (const word of ['anyOf', 'oneOf']) {
    if (word in schema) return { ...schema, [word]: objectsOf(schema[word]).map(withWaitingFields) };
  }
  return { ...schema, type: 'object', properties: { ...(isObject(properties) ? properties : {}), ...FIELDS } };
}

const KEPT = {
  changeRequest: { $ref: '#/components/schemas/ChangeRequest' },
  schedule: { $ref: '#/components/schemas/Schedule' },
};
type Kept = keyof typeof KEPT;

const answerOf = (description: string, kept: readonly Kept[], required: readonly Kept[]): JsonObject => ({
  202: {
    description,
    headers: { 'x-request-id': { $ref: '#/components/headers/RequestId' } },
    content: {
      'application/json': {
        schema: {
          type: 'object',
          ...(required.length > 0 && { required: [...required] }),
          properties: Object.fromEntries(kept.map((name) => [name, KEPT[name]])),
        },
      },
    },
  },
});

const WAITS = 'An environment wants approvals, or you asked for one: it waits as this change request.';
const WAITING_ANSWER = answerOf(WAITS, ['changeRequest'], ['changeRequest']);
const LATER_ANSWER = answerOf(
  `${WAITS} With \`at\`, it waits for that as this schedule.`,
  ['changeRequest', 'schedule'],
  [],
);

/** What an operation answers that may have to wait. */
export const waitingAnswer = (verbName: string): JsonObject =>
  verbName === 'configurations.change' ? LATER_ANSWER : WAITING_ANSWER;
