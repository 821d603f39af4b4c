import { z } from 'zod';
import type { EvaluationContext, JsonValue } from '@/lib/engine/types';
import type { ShapeCode } from './issue-texts';
import { shapeProblem } from './shape-problem';

export const CONTEXT_ATTRIBUTES = 500;
/** UTF-8 bytes, names inside a value included. */
export const ATTRIBUTE_BYTES = 4 * 1024;

export interface ContextProblem {
  code: Extract<ShapeCode, 'expected_object' | 'context_attributes' | 'json_size'>;
  limit?: number;
}

/** Whether something is a context that may be evaluated for. Written by hand: it runs before every answer. */
export function isContext(value: unknown): value is EvaluationContext {
  return contextProblem(value) === null;
}

/** Why parsed JSON is not a context, or null. */
export function contextProblem(value: unknown): ContextProblem | null {
  if (!isObject(value)) return { code: 'expected_object' };
  let attributes = 0;
  for (const name in value) {
    attributes += 1;
    if (attributes > CONTEXT_ATTRIBUTES) return { code: 'context_attributes', limit: CONTEXT_ATTRIBUTES };
    if (isTooLarge(value[name])) return { code: 'json_size', limit: ATTRIBUTE_BYTES };
  }
  return null;
}

function isObject(value: unknown): value is Record<string, JsonValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTooLarge(value: JsonValue | undefined): boolean {
  if (typeof value === 'string') return isTextTooLarge(value);
  if (typeof value !== 'object' || value === null) return false;
  return isTextTooLarge(JSON.stringify(value));
}

/** A UTF-16 unit is one to three bytes, so most texts need no counting. */
function isTextTooLarge(text: string): boolean {
  if (text.length > ATTRIBUTE_BYTES) return true;
  return text.length * 3 > ATTRIBUTE_BYTES && new TextEncoder().encode(text).length > ATTRIBUTE_BYTES;
}

/** The same as a schema, for what is described or parsed with others. */
export const contextSchema = z.custom<EvaluationContext>().superRefine((value, ctx) => {
  const problem = contextProblem(value);
  if (problem) ctx.addIssue(shapeProblem(problem.code, [], problem.limit));
});
