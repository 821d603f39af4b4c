import { z } from 'zod';
import type { FlagType, Variant } from '@/lib/engine/types';
import { jsonProblem } from './json';
import type { ShapeCode } from './issue-texts';
import { keySchema } from './key';
import { paginationShape } from './pagination';
import { shapeProblem } from './shape-problem';
import { commentSchema, descriptionSchema, isStorable, nameSchema, text, versionSchema } from './text';
import { variantProblem, variantSchema } from './variant';

export const flagTypeSchema = z.enum(['boolean', 'string', 'number', 'json']);
export const flagKindSchema = z.enum(['release', 'experiment', 'operational', 'permission']);

type Metadata = Record<string, boolean | string | number>;
const METADATA = { entries: 50, name: 100, text: 2_000 };

function isMetadata(value: unknown): value is Metadata {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || jsonProblem(value, 1)) return false;
  const entries = Object.entries(value);
  return entries.every(([name, part]) => {
    const fits = typeof part === 'string' ? part.length <= METADATA.text : ['boolean', 'number'].includes(typeof part);
    return fits && name.length > 0 && name.length <= METADATA.name && isStorable(name);
  });
}

/** Flat, as OFREP wants it. What is wrong is said of the whole: names inside are input. */
export const metadataSchema = z.custom<Metadata>().superRefine((value, ctx) => {
  if (!isMetadata(value)) ctx.addIssue(shapeProblem('metadata_flat'));
  else if (Object.keys(value).length > METADATA.entries) {
    ctx.addIssue(shapeProblem('too_big_list', [], METADATA.entries));
  }
});

const variantsSchema = z.array(variantSchema).min(1).max(200);
const linkSchema = z.strictObject({ title: text(200, 1), url: webAddress(2_000) });

const detailsShape = {
  name: nameSchema,
  description: descriptionSchema,
  kind: flagKindSchema,
  tags: z.array(text(50, 1)).max(50),
  metadata: metadataSchema,
  links: z.array(linkSchema).max(20),
  owner: text(200, 1).nullable(),
  clientVisible: z.boolean(),
  tenantManaged: z.boolean(),
};

/** An http or https address; nothing else may become a link. */
export function webAddress(most: number) {
  return text(most, 1).superRefine((value, ctx) => {
    if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) ctx.addIssue(shapeProblem('invalid_url'));
  });
}

/** Why variants do not fit a flag's type, each with its place; empty if they do. */
export function variantProblems(
  type: FlagType,
  variants: readonly Variant[],
): { path: PropertyKey[]; code: ShapeCode }[] {
  const seen = new Set<string>();
  return variants.flatMap(({ key, value }, index) => {
    const twice = seen.has(key);
    seen.add(key);
    const code = variantProblem(type, value);
    return [
      ...(twice ? [{ path: [index, 'key'], code: 'variant_twice' as const }] : []),
      ...(code ? [{ path: [index, 'value'], code }] : []),
    ];
  });
}

const BOOLEAN_VARIANTS: readonly Variant[] = [
  { key: 'on', value: true },
  { key: 'off', value: false },
];

/** Body of `POST /flags`; a boolean flag gets `on` and `off` unless variants are given. */
export const flagCreateSchema = z
  .strictObject({
    key: keySchema,
    name: detailsShape.name.optional(),
    description: detailsShape.description.default(''),
    kind: detailsShape.kind.default('release'),
    type: flagTypeSchema,
    variants: variantsSchema.optional(),
    tags: detailsShape.tags.default([]),
    metadata: detailsShape.metadata.default({}),
    links: detailsShape.links.default([]),
    owner: detailsShape.owner.default(null),
    clientVisible: detailsShape.clientVisible.default(false),
    tenantManaged: detailsShape.tenantManaged.default(false),
    comment: commentSchema.optional(),
  })
  .superRefine(({ type, variants }, ctx) => {
    if (!variants && type !== 'boolean') ctx.addIssue(shapeProblem('variants_needed', ['variants']));
    for (const { path, code } of variantProblems(type, variants ?? [])) {
      ctx.addIssue(shapeProblem(code, ['variants', ...path]));
    }
  })
  .transform((flag) => ({
    ...flag,
    name: flag.name ?? flag.key,
    tags: [...new Set(flag.tags)],
    variants: flag.variants ?? BOOLEAN_VARIANTS.map((variant) => ({ ...variant })),
  }));
export type FlagCreate = z.output<typeof flagCreateSchema>;

/** Body of `PATCH /flags/{key}`. The type stays; `variantProblems` compares new variants with it. */
export const flagPatchSchema = z.strictObject({
  ...z.object(detailsShape).partial().shape,
  variants: variantsSchema.optional(),
  version: versionSchema.optional(),
  comment: commentSchema.optional(),
});
export type FlagPatch = z.output<typeof flagPatchSchema>;

export const FLAG_SORTS = ['key', 'name', 'createdAt', 'updatedAt', 'lastSeenAt'] as const;

/** Query of `GET /flags`; `q` understands terms such as `tag:checkout state:on`. */
export const flagListSchema = z.object({
  ...paginationShape,
  sort: z.enum(FLAG_SORTS).default('key'),
  order: z.enum(['asc', 'desc']).default('asc'),
  /** The same as `order`, and before it. */
  direction: z.enum(['asc', 'desc']).optional(),
  archived: z.enum(['true', 'false', 'all']).default('false'),
});

/** Body of archive and restore. */
export const flagArchiveSchema = z.strictObject({ comment: commentSchema.optional() });
