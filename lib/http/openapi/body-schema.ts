import { isObject, type JsonObject, objectsOf } from './json-schema';

const without = (names: ReadonlySet<string>, part: JsonObject): JsonObject => {
  const { properties, required } = part;
  const rest: JsonObject = { ...part };
  if (isObject(properties)) {
    rest.properties = Object.fromEntries(Object.entries(properties).filter(([name]) => !names.has(name)));
  }
  if (Array.isArray(required)) {
    const left = required.filter((name) => typeof name !== 'string' || !names.has(name));
    if (left.length > 0) rest.required = left;
    else delete rest.required;
  }
  for (const word of ['allOf', 'anyOf', 'oneOf']) {
    if (word in rest) rest[word] = objectsOf(rest[word]).map((each) => without(names, each));
  }
  return rest;
};

/** A verb's input without what its route takes from elsewhere: what the body holds. */
export const bodySchema = (input: JsonObject, elsewhere: ReadonlySet<string>): JsonObject => without(elsewhere, input);

/** The schema of each field of an input, at whatever depth of alternatives it stands. */
export function fieldsOf(input: JsonObject): Map<string, { schema: JsonObject; required: boolean }> {
  const fields = new Map<string, { schema: JsonObject; required: boolean }>();
  const required = new Set(Array.isArray(input.required) ? input.required : []);
  for (const [name, schema] of Object.entries(isObject(input.properties) ? input.properties : {})) {
    if (isObject(schema)) fields.set(name, { schema, required: required.has(name) });
  }
  for (const word of ['allOf', 'anyOf', 'oneOf']) {
    for (const part of objectsOf(input[word])) {
      for (const [name, field] of fieldsOf(part)) if (!fields.has(name)) fields.set(name, field);
    }
  }
  return fields;
}
