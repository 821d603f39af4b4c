import { z } from 'zod';
import type { JsonObject, JsonValue } from '@/lib/engine/types';
import type { ShapeCode } from './issue-texts';
import { shapeProblem } from './shape-problem';
import { isStorable } from './text';

/** How deep a value may be nested, as for whole bodies. */
export const JSON_DEPTH = 64;

/**
 * Why something is not JSON that can be kept, or null: not a JSON value, a number that is not finite, texts or names
 * that cannot be stored, nesting over `depth`. Without recursion. Names are left out of what it says.
 */
export function jsonProblem(value: unknown, depth = JSON_DEPTH): ShapeCode | null {
  const open: { part: unknown; level: number }[] = [{ part: value, level: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { part, level } = next;
    const problem = scalarProblem(part);
    if (problem) return problem;
    if (typeof part !== 'object' || part === null) continue;
    if (level >= depth) return 'json_depth';
    for (const [name, child] of Object.entries(part)) {
      if (!isStorable(name)) return 'text_unstorable';
      open.push({ part: child, level: level + 1 });
    }
  }
  return null;
}

function scalarProblem(part: unknown): ShapeCode | null {
  switch (typeof part) {
    case 'string':
      return isStorable(part) ? null : 'text_unstorable';
    case 'number':
      return Number.isFinite(part) ? null : 'json_number';
    case 'boolean':
      return null;
    case 'object':
      return part === null || Array.isArray(part) || isPlain(part) ? null : 'json_value';
    default:
      return 'json_value';
  }
}

function isPlain(part: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(part);
  return prototype === Object.prototype || prototype === null;
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Any JSON value; what is wrong with it is said of the whole, since names inside are input. */
export const jsonSchema = z.custom<JsonValue>().superRefine((value, ctx) => {
  const code = jsonProblem(value);
  if (code) ctx.addIssue(shapeProblem(code, [], code === 'json_depth' ? JSON_DEPTH : undefined));
});

/** Any JSON object. */
export const jsonObjectSchema = z.custom<JsonObject>().superRefine((value, ctx) => {
  const code = isJsonObject(value) ? jsonProblem(value) : 'expected_object';
  if (code) ctx.addIssue(shapeProblem(code, [], code === 'json_depth' ? JSON_DEPTH : undefined));
});
