import { z } from 'zod';
import { instantSchema } from './instant';
import { keySchema } from './key';
import { paginationShape } from './pagination';
import { queryFlagSchema } from './query-flag';
import { shapeProblem } from './shape-problem';
import { commentSchema, text } from './text';

const MOST_TENANTS = 5_000;

const valueShape = {
  /** Short form: of a boolean flag its value; `false` of another is its off variant. */
  enabled: z.boolean().optional(),
  variant: keySchema.optional(),
  /** From then on it counts no more; absent or null: it stays. */
  expiresAt: instantSchema.nullable().optional(),
  note: text(2_000).optional(),
  comment: commentSchema.optional(),
};

/** Body of `PUT /tenants/{tenant}/flags/{key}?environment=`. */
export const overridePutSchema = z
  .strictObject({ ...valueShape, flag: keySchema, environment: keySchema })
  .superRefine(({ enabled, variant }, ctx) => {
    if ((enabled === undefined) === (variant === undefined)) ctx.addIssue(shapeProblem('override_form'));
  });

/** Body of `POST /overrides/bulk`: one value for many tenants, or `clear`. */
export const overrideBulkSchema = z
  .strictObject({
    ...valueShape,
    clear: z.literal(true).optional(),
    flag: keySchema,
    environment: keySchema,
    tenants: z.array(keySchema).min(1).max(MOST_TENANTS),
    dryRun: z.boolean().default(false),
  })
  .superRefine(({ enabled, variant, clear }, ctx) => {
    const said = [enabled, variant, clear].filter((each) => each !== undefined);
    if (said.length !== 1) ctx.addIssue(shapeProblem('override_form'));
  });

const place = { flag: keySchema, environment: keySchema };
export const overrideClearSchema = z.strictObject({ ...place, comment: commentSchema.optional() });
export const overridePlaceSchema = z.object(place);

/** Query of `GET /tenants/{tenant}/flags` and `GET /system/flags`. */
export const tenantFlagListSchema = z.object({
  ...paginationShape,
  environment: keySchema,
  /** Only flags with an override in force. */
  overridden: queryFlagSchema.default(false),
});

/** Query of `GET /overrides`. */
export const overrideListSchema = z.object({
  ...paginationShape,
  environment: keySchema.optional(),
  flag: keySchema.optional(),
  tenant: keySchema.optional(),
});

const offsetSchema = z.coerce.number().int().min(0).max(1_000_000).default(0);
const sizeSchema = z.coerce.number().int().min(0).max(200).default(50);

/** Query of `GET /overrides/grid`: a window of rows and columns, each from an offset on. */
export const overrideGridSchema = z.object({
  environment: keySchema,
  /** A part of the tenant's key or name. */
  q: text(500).optional(),
  /** A part of the flag's key or name. */
  flags: text(500).optional(),
  withOverrides: queryFlagSchema.default(false),
  tenantOffset: offsetSchema,
  tenantLimit: sizeSchema,
  flagOffset: offsetSchema,
  flagLimit: sizeSchema,
});
