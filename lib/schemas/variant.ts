import { z } from 'zod';
import type { FlagType, VariantValue } from '@/lib/engine/types';
import type { ShapeCode } from './issue-texts';
import { jsonObjectSchema } from './json';
import { keySchema } from './key';
import { nameSchema, text } from './text';

/** The longest text a variant serves, and the largest JSON, in UTF-16 units. */
const MOST = 32_768;

const variantValueSchema: z.ZodType<VariantValue> = z.union([z.boolean(), text(MOST), z.number(), jsonObjectSchema]);

export const variantSchema = z.strictObject({
  key: keySchema,
  value: variantValueSchema,
  name: nameSchema.optional(),
});

/** Why a value cannot be a variant of a flag of this type, or null. JSON values are objects. */
export function variantProblem(type: FlagType, value: VariantValue): ShapeCode | null {
  if (type !== 'json') return typeof value === type ? null : 'variant_type';
  if (typeof value !== 'object') return 'variant_type';
  return JSON.stringify(value).length > MOST ? 'json_size' : null;
}
