import type { AttributeBody, JsonObject, JsonValue } from '@/lib/engine/types';
import { createDepthScanner } from '@/lib/schemas/depth-scanner';
import { parseJson } from '@/lib/schemas/parse-json';
import { EVALUATION_LIMITS } from './request';

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const DIGITS = /^\d{1,16}$/;

/** JSON in a parameter, or undefined. */
function jsonOf(text: string): JsonValue | undefined {
  const bytes = Buffer.from(text);
  if (!createDepthScanner(EVALUATION_LIMITS.depth).feed(bytes)) return undefined;
  const parsed = parseJson(bytes);
  return parsed.ok ? parsed.value : undefined;
}

/** A parameter by its attribute's definition. What cannot be read so stays text, which no operator of that type matches. */
function valueOf(texts: readonly string[], type: AttributeBody['type'] | undefined): JsonValue {
  const text = texts.at(-1) ?? '';
  switch (type) {
    case 'list':
      return [...texts];
    case 'number':
      return NUMBER.test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'date':
      return DIGITS.test(text) ? Number(text) : text;
    case 'json':
      return jsonOf(text) ?? text;
    default:
      return text;
  }
}

/**
 * The context that parameters say: `context` is JSON, every other one but `reserved` an attribute, which wins over the
 * same name there. Null where `context` is not an object.
 */
export function queryContext(
  parameters: URLSearchParams,
  attributes: ReadonlyMap<string, AttributeBody>,
  reserved: ReadonlySet<string>,
): JsonObject | null {
  // Without a prototype, `__proto__` is a name like any other.
  const context: JsonObject = Object.create(null);
  const given = parameters.get('context');
  if (given !== null) {
    const value = jsonOf(given);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    for (const [name, part] of Object.entries(value)) context[name] = part;
  }
  for (const name of new Set(parameters.keys())) {
    if (name === 'context' || reserved.has(name)) continue;
    context[name] = valueOf(parameters.getAll(name), attributes.get(name)?.type);
  }
  return context;
}
