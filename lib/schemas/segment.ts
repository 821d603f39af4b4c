import { z } from 'zod';
import { groupShape } from './condition';
import { keySchema } from './key';
import { paginationShape } from './pagination';
import { commentSchema, descriptionSchema, nameSchema, subjectKeySchema, versionSchema } from './text';

/** Body of `POST /segments`. */
export const segmentCreateSchema = z
  .strictObject({ key: keySchema, name: nameSchema.optional(), description: descriptionSchema.default('') })
  .transform((segment) => ({ ...segment, name: segment.name ?? segment.key }));

/** Body of `PUT /segments/{key}?environment=`: the content there. Without conditions only members belong to it. */
export const segmentPutSchema = z.strictObject({
  ...groupShape,
  v: z.literal(1).optional(),
  version: versionSchema.optional(),
  name: nameSchema.optional(),
  description: descriptionSchema.optional(),
  comment: commentSchema.optional(),
});

/** Body of `POST` and `DELETE …/members`. */
export const segmentMembersSchema = z.strictObject({
  subjects: z.array(subjectKeySchema).min(1).max(50_000),
  comment: commentSchema.optional(),
});

export const segmentListSchema = z.object({ ...paginationShape, environment: keySchema.optional() });
export const segmentMemberListSchema = z.object({ ...paginationShape, environment: keySchema });

/** Name and description alone, as a form edits them. */
export const segmentNamesSchema = z.strictObject({ name: nameSchema, description: descriptionSchema });
