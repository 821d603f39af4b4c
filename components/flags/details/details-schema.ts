import { z } from 'zod';
import type { FlagType } from '@/lib/engine/types';
import { flagPatchSchema, variantProblems } from '@/lib/schemas/flag';
import { issuesOf } from '@/lib/schemas/issues';
import { shapeProblem } from '@/lib/schemas/shape-problem';
import type { DetailsValues, MetadataRow } from './details-values';

const { shape } = flagPatchSchema;
/** The patch with nothing left out. */
const patchSchema = z.strictObject({
  name: shape.name.unwrap(),
  description: shape.description.unwrap(),
  kind: shape.kind.unwrap(),
  tags: shape.tags.unwrap(),
  metadata: shape.metadata.unwrap(),
  links: shape.links.unwrap(),
  owner: shape.owner.unwrap(),
  clientVisible: shape.clientVisible.unwrap(),
  tenantManaged: shape.tenantManaged.unwrap(),
  variants: shape.variants.unwrap(),
});
export type DetailsPatch = z.output<typeof patchSchema>;

function valueOf({ type, text }: MetadataRow): boolean | string | number | null {
  if (type === 'string') return text;
  if (type === 'boolean') return text === 'true';
  const number = Number(text);
  return text.trim() !== '' && Number.isFinite(number) ? number : null;
}

function readMetadata(rows: readonly MetadataRow[], ctx: z.RefinementCtx): DetailsPatch['metadata'] {
  const found = new Map<string, boolean | string | number>();
  for (const [index, row] of rows.entries()) {
    const value = valueOf(row);
    if (row.name === '') ctx.addIssue(shapeProblem('too_small_text', ['metadata', index, 'name'], 1));
    else if (found.has(row.name)) ctx.addIssue(shapeProblem('name_twice', ['metadata', index, 'name']));
    if (value === null) ctx.addIssue(shapeProblem('expected_number', ['metadata', index, 'text']));
    else if (row.name !== '') found.set(row.name, value);
  }
  // Not an object literal: a name may be that of an inherited property.
  return Object.fromEntries(found);
}

const limitOf = (params: Record<string, string | number> | undefined): number | undefined =>
  typeof params?.limit === 'number' ? params.limit : undefined;

/** What the Details form sends: its rows become metadata, and variants are held to the flag's type. */
export function detailsSchema(type: FlagType): z.ZodType<DetailsPatch, DetailsValues> {
  return z.custom<DetailsValues>().transform((values, ctx): DetailsPatch => {
    const owner = values.owner.trim() === '' ? null : values.owner.trim();
    const metadata = readMetadata(values.metadata, ctx);
    const parsed = patchSchema.safeParse({ ...values, owner, metadata });
    for (const { path, code, params } of parsed.error ? issuesOf(parsed.error) : []) {
      ctx.addIssue(shapeProblem(code, path.split('.'), limitOf(params)));
    }
    for (const { path, code } of variantProblems(type, parsed.data?.variants ?? [])) {
      ctx.addIssue(shapeProblem(code, ['variants', ...path]));
    }
    return parsed.success ? parsed.data : z.NEVER;
  });
}
