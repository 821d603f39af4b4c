import { z } from 'zod';
import type { AttributeType, JsonValue } from '@/lib/engine/types';
import { jsonSchema } from './json';
import { keySchema } from './key';
import { commentSchema } from './text';

export const ATTRIBUTE_TYPES = [
  'string',
  'number',
  'boolean',
  'date',
  'semver',
  'list',
  'json',
] as const satisfies readonly AttributeType[];

/** Body of `PUT /attributes/{name}`. */
export const attributePutSchema = z.strictObject({
  name: keySchema,
  type: z.enum(ATTRIBUTE_TYPES),
  allowed: z.array(jsonSchema).min(1).max(200).nullable().optional(),
  trusted: z.boolean().default(false),
  personal: z.boolean().default(false),
  comment: commentSchema.optional(),
});

/** Whether a value is of an attribute's type; of a list, whether it may be an element of one. */
export function fitsType(value: JsonValue, type: AttributeType): boolean {
  switch (type) {
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
    case 'semver':
      return typeof value === 'string';
    case 'date':
      return typeof value === 'string' || typeof value === 'number';
    default:
      return true;
  }
}
