import type { DocField, TypePart } from '@/lib/schemas/openapi/reading';
import { isObject, type Json, type JsonObject, objectsOf } from './json-schema';

const REF = '#/components/schemas/';
/** Deeper fields are left to the schema's own entry or to the example. */
const MOST_DEPTH = 3;

const word = (value: Json): string => (typeof value === 'string' ? `"${value}"` : JSON.stringify(value));

function joined(parts: readonly TypePart[][]): TypePart[] {
  const seen = new Set<string>();
  const different = parts.filter((part) => {
    const text = part.map((piece) => piece.text).join('');
    return !seen.has(text) && seen.add(text);
  });
  return different.flatMap((part, index) => (index === 0 ? part : [{ text: ' | ' }, ...part]));
}

/** A schema's type in a few words, with links to the schemas it names. */
export function typeOf(schema: JsonObject): TypePart[] {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.replace(REF, '');
    return [{ text: name, schema: name }];
  }
  if (Array.isArray(schema.enum)) return [{ text: schema.enum.map(word).join(' | ') }];
  if ('const' in schema) return [{ text: word(schema.const ?? null) }];
  for (const way of ['anyOf', 'oneOf', 'allOf']) {
    if (way in schema) return joined(objectsOf(schema[way]).map(typeOf));
  }
  if (schema.type === 'array') {
    return [{ text: 'list of ' }, ...(isObject(schema.items) ? typeOf(schema.items) : [{ text: 'anything' }])];
  }
  if (isObject(schema.additionalProperties)) return [{ text: 'map of ' }, ...typeOf(schema.additionalProperties)];
  const { type, format } = schema;
  if (Array.isArray(type)) return [{ text: type.map(String).join(' | ') }];
  return [{ text: typeof format === 'string' ? format : typeof type === 'string' ? type : 'anything' }];
}

/** What holds fields of its own below this schema, and how its name goes on. */
function nestedIn(schema: JsonObject): { suffix: string; schema: JsonObject } | null {
  if (isObject(schema.properties)) return { suffix: '', schema };
  if (schema.type === 'array' && isObject(schema.items) && isObject(schema.items.properties)) {
    return { suffix: '[]', schema: schema.items };
  }
  return null;
}

/** The fields of an object, those of objects inside it too, by dotted names. */
export function fieldsIn(schema: JsonObject, prefix = '', depth = 0): DocField[] {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  return Object.entries(isObject(schema.properties) ? schema.properties : {}).flatMap(([key, field]) => {
    if (!isObject(field)) return [];
    const name = `${prefix}${key}`;
    const { description } = field;
    const own: DocField = {
      name,
      type: typeOf(field),
      required: required.has(key),
      ...(typeof description === 'string' ? { description } : {}),
    };
    const nested = depth < MOST_DEPTH ? nestedIn(field) : null;
    return nested ? [own, ...fieldsIn(nested.schema, `${name}${nested.suffix}.`, depth + 1)] : [own];
  });
}
