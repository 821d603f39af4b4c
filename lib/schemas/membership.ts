import { z } from 'zod';
import { keySchema } from './key';
import { paginationShape } from './pagination';
import { windowSchema } from './serve';
import { shapeProblem } from './shape-problem';
import { commentSchema, idSchema, subjectKeySchema, text, versionSchema } from './text';

const windowShape = windowSchema.shape;
const flagPlace = { flag: keySchema, environment: keySchema };
const membershipPlace = { ...flagPlace, id: idSchema };

/** Body of `POST /flags/{key}/memberships?environment=`: who, from when to when, and what they get. */
export const membershipCreateSchema = z
  .strictObject({
    ...flagPlace,
    subject: subjectKeySchema.optional(),
    tenant: keySchema.optional(),
    ...windowShape,
    /** A boolean flag's true variant unless it is named. */
    variant: keySchema.optional(),
    note: text(2_000).optional(),
    comment: commentSchema.optional(),
  })
  .superRefine(({ subject, tenant, startsAt, startDate, endsAt, endDate }, ctx) => {
    if ((subject === undefined) === (tenant === undefined)) ctx.addIssue(shapeProblem('membership_form'));
    if (startsAt === undefined && startDate === undefined) ctx.addIssue(shapeProblem('window_edges', ['startsAt']));
    if (endsAt === undefined && endDate === undefined) ctx.addIssue(shapeProblem('window_edges', ['endsAt']));
  });

/** Body of `PATCH …/{id}`. What is left out stays; whose it is cannot be changed. */
export const membershipPatchSchema = z.strictObject({
  ...membershipPlace,
  version: versionSchema,
  ...windowShape,
  /** Null takes the hours away. */
  recurring: windowShape.recurring.nullable(),
  variant: keySchema.optional(),
  /** An empty one takes it away. */
  note: text(2_000).optional(),
  comment: commentSchema.optional(),
});

export const membershipRemoveSchema = z.strictObject({
  ...membershipPlace,
  version: versionSchema,
  comment: commentSchema.optional(),
});

export const membershipPlaceSchema = z.object(membershipPlace);
/** Body of `POST …/memberships/{id}/sync`. */
export const membershipSyncOneSchema = z.strictObject(membershipPlace);

const { limit, cursor } = paginationShape;
const listShape = { limit, cursor, environment: keySchema, state: z.enum(['open', 'upcoming', 'past']).optional() };

/** Query of `GET /flags/{key}/memberships`. */
export const membershipListSchema = z.object({
  ...listShape,
  flag: keySchema,
  subject: subjectKeySchema.optional(),
  tenant: keySchema.optional(),
});

/** Query of `GET /subjects/{targetingKey}/memberships`. */
export const subjectMembershipListSchema = z.object({ ...listShape, targetingKey: subjectKeySchema });
