import { jsonProblem } from '@/lib/schemas/json';
import { parseJson } from '@/lib/schemas/parse-json';
import type { JsonValue } from '@/lib/engine/types';
import { serviceError } from '@/lib/services/errors';
import { readBody } from './read-body';

/** Of an admin request. */
export const BODY_LIMITS = { bytes: 1_048_576, depth: 64 } as const;

/**
 * A request's JSON, or a refusal: `too_large`, `unsupported_encoding`, `too_deep`, `not_json`, `text_unstorable` …
 * An empty body is undefined. NUL, lone surrogates and numbers that are not finite are refused here, once for all.
 */
export async function readJson(
  request: Pick<Request, 'body' | 'headers'>,
  limits: { bytes: number; depth: number } = BODY_LIMITS,
): Promise<JsonValue | undefined> {
  const body = await readBody(request.body, request.headers.get('content-encoding'), limits);
  if (!body.ok) {
    if (body.problem === 'too_large') throw serviceError('too_large', 'too_large', { params: { bytes: limits.bytes } });
    if (body.problem === 'unsupported_encoding') throw serviceError('unsupported', 'unsupported_encoding');
    if (body.problem === 'too_deep') throw serviceError('invalid', 'too_deep', { params: { depth: limits.depth } });
    throw serviceError('invalid', 'unreadable_body');
  }
  const parsed = parseJson(body.bytes);
  if (!parsed.ok) {
    if (parsed.problem === 'empty') return undefined;
    throw serviceError('invalid', 'not_json');
  }
  if (jsonProblem(parsed.value, limits.depth)) throw serviceError('invalid', 'unstorable_json');
  return parsed.value;
}
