import { z } from 'zod';

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Schema[] => (Array.isArray(value) ? value.filter(isSchema) : []);

/** The names a verb's input may have, read from its schema as callers send it. */
export function inputFields(input: z.ZodType): ReadonlySet<string> {
  const collect = (schema: Schema): string[] => [
    ...Object.keys(isSchema(schema.properties) ? schema.properties : {}),
    ...['allOf', 'anyOf', 'oneOf'].flatMap((word) => listOf(schema[word]).flatMap(collect)),
  ];
  const whole: unknown = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  return new Set(isSchema(whole) ? collect(whole) : []);
}
