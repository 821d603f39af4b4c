import { z } from 'zod';
import type { VariantValue } from '@/lib/engine/types';
import { flagTypeSchema } from './flag';
import { foldKey, keySchema } from './key';
import { paginationShape } from './pagination';
import { shapeProblem } from './shape-problem';
import { descriptionSchema, text } from './text';
import { variantProblem, variantSchema } from './variant';

/** As many as a project may have flags. */
const MOST_FLAGS = 10_000;

/** An application that declares flags. */
export const sourceSchema = text(100, 1);

/** One flag as an application declares it: what it is, and what it does without being told. */
export const declaredFlagSchema = z
  .strictObject({
    key: keySchema,
    description: descriptionSchema.default(''),
    type: flagTypeSchema,
    default: variantSchema.shape.value,
  })
  .superRefine((flag, ctx) => {
    const code = variantProblem(flag.type, flag.default);
    if (code) ctx.addIssue(shapeProblem(code, ['default']));
  });
export type DeclaredFlag = z.output<typeof declaredFlagSchema>;

/** Body of `POST /registry`: all the flags that one source knows in one environment. */
export const registrySchema = z.strictObject({
  environment: keySchema,
  source: sourceSchema,
  /** The application's own. */
  version: text(100, 1),
  flags: z
    .array(declaredFlagSchema)
    .max(MOST_FLAGS)
    .superRefine((flags, ctx) => {
      const seen = new Set<string>();
      for (const [index, { key }] of flags.entries()) {
        if (seen.has(foldKey(key))) ctx.addIssue(shapeProblem('name_twice', [index, 'key']));
        seen.add(foldKey(key));
      }
    }),
});
export type RegistryPost = z.output<typeof registrySchema>;

/** Query of `GET /registry`. */
export const registryListSchema = z.object({
  limit: paginationShape.limit,
  cursor: paginationShape.cursor,
  environment: keySchema.optional(),
  flag: keySchema.optional(),
  source: sourceSchema.optional(),
});

/** A declared value out of a JSON column. Looked at by hand: an object's schema would lose an own `__proto__`. */
export const storedValueSchema = z.custom<VariantValue>(
  (value) =>
    ['boolean', 'string', 'number'].includes(typeof value) ||
    (typeof value === 'object' && value !== null && !Array.isArray(value)),
);
