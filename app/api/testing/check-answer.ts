import { expect } from 'vitest';
import { z } from 'zod';
import type { RouteHandler } from '@/lib/http/wrapper';

/** Names that an answer has and its documentation has not, at any depth; open schemas allow any. */
const strict = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

interface Shape {
  properties?: Record<string, Shape>;
  items?: Shape;
  additionalProperties?: unknown;
  anyOf?: Shape[];
  $ref?: string;
}

function undocumented(value: unknown, shape: Shape | undefined, path: string): string[] {
  if (!shape || shape.$ref !== undefined) return [];
  if (shape.anyOf) {
    const found = shape.anyOf.map((each) => undocumented(value, each, path));
    return found.sort((a, b) => a.length - b.length)[0] ?? [];
  }
  if (Array.isArray(value)) return value.flatMap((item) => undocumented(item, shape.items, `${path}[]`));
  if (typeof value !== 'object' || value === null || !shape.properties) return [];
  const { properties } = shape;
  return Object.entries(value).flatMap(([name, part]) => {
    if (Object.hasOwn(properties, name)) return undocumented(part, properties[name], `${path}.${name}`);
    return shape.additionalProperties === undefined ? [`${path}.${name}`] : [];
  });
}

/** Holds an answer to what the documentation says of it: nothing missing, nothing of another type, nothing more. */
export function checkAnswer(handler: RouteHandler, status: number, json: unknown): void {
  const { operation, path } = handler;
  if (!operation || status >= 300) return;
  if (!operation.answer) {
    expect({ path, status, json }).toEqual({ path, status: 204, json: undefined });
    return;
  }
  const parsed = operation.answer.safeParse(json);
  expect({ path, issues: parsed.error?.issues ?? [] }).toEqual({ path, issues: [] });
  const shape: Shape = strict(operation.answer) as Shape;
  expect({ path, undocumented: undocumented(json, shape, '') }).toEqual({ path, undocumented: [] });
}
