import { z } from 'zod';
import { keySchema } from './key';
import { paginationShape } from './pagination';
import { idSchema, nameSchema, text, versionSchema } from './text';

export const WEBHOOK_FORMATS = ['standard', 'slack'] as const;

const urlSchema = text(2_000, 1);
/** Names of events; which there are is known where they are told. None is all. */
const topicsSchema = z.array(text(100, 1)).max(200);
/** None is all, and what belongs to no environment is always told. */
const environmentsSchema = z.array(keySchema).max(100);

/** Body of `POST /webhooks`. */
export const webhookCreateSchema = z.strictObject({
  name: nameSchema,
  url: urlSchema,
  format: z.enum(WEBHOOK_FORMATS).default('standard'),
  topics: topicsSchema.default([]),
  environments: environmentsSchema.default([]),
  enabled: z.boolean().default(true),
});

/** Body of `PATCH /webhooks/{id}`. What is left out stays; the format does. */
export const webhookPatchSchema = z.strictObject({
  id: idSchema,
  version: versionSchema,
  name: nameSchema.optional(),
  url: urlSchema.optional(),
  topics: topicsSchema.optional(),
  environments: environmentsSchema.optional(),
  enabled: z.boolean().optional(),
});

export const webhookPlaceSchema = z.strictObject({ id: idSchema });
export const webhookRemoveSchema = z.strictObject({ id: idSchema, version: versionSchema.optional() });
export const deliveryPlaceSchema = z.strictObject({ id: idSchema, delivery: idSchema });

const { limit, cursor } = paginationShape;
/** Query of `GET /webhooks/{id}/deliveries`. */
export const deliveryListSchema = z.object({
  id: idSchema,
  limit,
  cursor,
  status: z.enum(['waiting', 'delivered', 'failed']).optional(),
});
