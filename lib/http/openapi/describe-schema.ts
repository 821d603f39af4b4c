import { z } from 'zod';
import { contextSchema } from '@/lib/schemas/context';
import { metadataSchema } from '@/lib/schemas/flag';
import { instantSchema } from '@/lib/schemas/instant';
import { jsonObjectSchema } from '@/lib/schemas/json';
import { KEY_PATTERN, keySchema } from '@/lib/schemas/key';
import { COMPONENTS } from '@/lib/schemas/openapi/components';
import { isObject, type Json, type JsonObject } from './json-schema';

/** What a check that is code says in JSON Schema; the schemas themselves cannot tell. */
const SPOKEN: readonly (readonly [z.ZodType, JsonObject])[] = [
  [keySchema, { pattern: KEY_PATTERN.source, description: 'Unique without regard to case.' }],
  [contextSchema, { type: 'object', maxProperties: 500, description: 'Attributes of whom flags are evaluated for.' }],
  [jsonObjectSchema, { type: 'object' }],
  [instantSchema, { format: 'date-time', description: 'RFC 3339 with an offset.' }],
  [
    metadataSchema,
    { type: 'object', maxProperties: 50, additionalProperties: { type: ['boolean', 'string', 'number'] } },
  ],
];

/** References point into the document's components, and bounds that only say "a safe integer" go. */
function rewrite(value: Json): Json {
  if (Array.isArray(value)) return value.map(rewrite);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([name, part]) => {
    if (name === '$defs' || name === '$schema') return false;
    return !((name === 'maximum' || name === 'minimum') && Math.abs(Number(part)) === Number.MAX_SAFE_INTEGER);
  });
  return Object.fromEntries(
    kept.map(([name, part]) => {
      if (name === '$ref' && typeof part === 'string') return [name, part.replace('#/$defs/', '#/components/schemas/')];
      return [name, rewrite(part)];
    }),
  );
}

function generate(schema: z.ZodType): JsonObject {
  const named = z.registry<{ id: string }>();
  for (const [id, component] of Object.entries(COMPONENTS)) named.add(component, { id });
  const generated: unknown = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    metadata: named,
    override: ({ zodSchema, jsonSchema }) => {
      const said = z.globalRegistry.get(zodSchema);
      if (said?.description !== undefined) jsonSchema.description = said.description;
      if (typeof said?.format === 'string') jsonSchema.format = said.format;
      Object.assign(jsonSchema, SPOKEN.find(([spoken]) => Object.is(spoken, zodSchema))?.[1]);
    },
  });
  const plain: unknown = JSON.parse(JSON.stringify(generated));
  return isObject(plain) ? plain : {};
}

/** A zod schema as callers send it, in the JSON Schema of OpenAPI 3.1; named schemas are references. */
export function describeSchema(schema: z.ZodType): JsonObject {
  // Inside another schema, so that a named one becomes a reference too.
  const { properties } = generate(z.object({ root: schema }));
  const root = rewrite(isObject(properties) ? (properties.root ?? null) : null);
  return isObject(root) ? root : {};
}

/** The named schemas themselves. */
export function describeComponents(): JsonObject {
  const { $defs } = generate(z.object(COMPONENTS));
  const all = isObject($defs) ? Object.entries($defs) : [];
  return Object.fromEntries(
    all.map(([name, definition]) => {
      const rewritten = rewrite(definition);
      if (isObject(rewritten)) delete rewritten.id;
      return [name, rewritten];
    }),
  );
}
