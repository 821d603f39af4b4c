import type { EvaluationContext, JsonValue } from '@/lib/engine/types';
import { contextProblem } from '@/lib/schemas/context';
import { jsonObjectSchema } from '@/lib/schemas/json';

/** An attribute as it is typed. */
export interface ContextRow {
  name: string;
  text: string;
}

/** Names whose value is always a text, whatever it looks like. */
const TEXTS = ['targetingKey', 'email', 'tenant'];

/** Reads a typed value: JSON if it is a number, true, false, null, a list, an object or in quotes; else a text. */
export function readValue(name: string, text: string): JsonValue {
  if (TEXTS.includes(name)) return text;
  const trimmed = text.trim();
  if (!/^(-?\d|true$|false$|null$|[[{"])/.test(trimmed)) return text;
  try {
    const parsed: JsonValue = JSON.parse(trimmed);
    return parsed;
  } catch {
    return text;
  }
}

/** The text that `readValue` reads as this value. */
export function writeValue(name: string, value: JsonValue): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return readValue(name, value) === value ? value : JSON.stringify(value);
}

/** Rows without a name say nothing; of two with one name the later counts. */
export function rowsToContext(rows: readonly ContextRow[]): EvaluationContext {
  const named = rows.filter(({ name }) => name.trim() !== '');
  return Object.fromEntries(named.map(({ name, text }) => [name.trim(), readValue(name.trim(), text)]));
}

export function contextToRows(context: EvaluationContext): ContextRow[] {
  return Object.entries(context).map(([name, value]) => ({ name, text: writeValue(name, value) }));
}

/** A context from JSON that was typed or stored, or null if it is none. */
export function readContext(value: unknown): EvaluationContext | null {
  const parsed = jsonObjectSchema.safeParse(value);
  return parsed.success && contextProblem(parsed.data) === null ? parsed.data : null;
}
