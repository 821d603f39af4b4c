import type { EvaluationContext } from '@/lib/engine/types';
import { contextProblem, isContext } from '@/lib/schemas/context';
import { parseJson } from '@/lib/schemas/parse-json';
import type { Caller } from './authenticate';
import { queryContext } from './query-context';
import { REFUSALS, type Refusal } from './refusal';
import type { DeliveryBody, DeliveryRequest } from './request';

/** What is asked: for whom, and of which flags (null: all). */
export interface Question {
  context: EvaluationContext;
  keys: readonly string[] | null;
}

const KEYS_MOST = 10_000;
const RESERVED = new Set(['keys', 'explain']);
const RESERVED_WITHOUT_KEY = new Set([...RESERVED, 'project', 'environment']);

function contextRefusal(context: unknown): Refusal {
  switch (contextProblem(context)?.code) {
    case 'context_attributes':
      return REFUSALS.contextAttributes;
    case 'json_size':
      return REFUSALS.contextSize;
    default:
      return REFUSALS.contextNeeded;
  }
}

function bodyRefusal(problem: Extract<DeliveryBody, { ok: false }>['problem']): Refusal {
  switch (problem) {
    case 'too_large':
      return REFUSALS.tooLarge;
    case 'too_deep':
      return REFUSALS.tooDeep;
    case 'unsupported_encoding':
      return REFUSALS.unsupportedEncoding;
    case 'unreadable':
      return REFUSALS.unreadable;
  }
}

function readKeys(keys: unknown): readonly string[] | null | undefined {
  if (keys === undefined) return null;
  if (!Array.isArray(keys) || keys.length > KEYS_MOST) return undefined;
  const texts = keys.filter((key: unknown) => typeof key === 'string');
  return texts.length === keys.length ? texts : undefined;
}

function fromBody(body: DeliveryBody): Question | Refusal {
  if (!body.ok) return bodyRefusal(body.problem);
  const parsed = parseJson(body.bytes);
  if (!parsed.ok) return parsed.problem === 'empty' ? REFUSALS.contextNeeded : REFUSALS.notJson;
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return REFUSALS.contextNeeded;
  const context = Object.hasOwn(value, 'context') ? value.context : undefined;
  if (!isContext(context)) return contextRefusal(context);
  const keys = readKeys(Object.hasOwn(value, 'keys') ? value.keys : undefined);
  return keys === undefined ? REFUSALS.badKeys : { context, keys };
}

function fromQuery(parameters: URLSearchParams, { environment, keyId }: Caller): Question | Refusal {
  const reserved = keyId === null ? RESERVED_WITHOUT_KEY : RESERVED;
  const context = queryContext(parameters, environment.ruleset.attributes, reserved);
  if (!isContext(context)) return contextRefusal(context);
  const keys = readKeys(parameters.has('keys') ? (parameters.get('keys') ?? '').split(',') : undefined);
  return keys === undefined ? REFUSALS.badKeys : { context, keys };
}

/** Reads a question from the body of a POST or the parameters of a GET. */
export function readQuestion(
  request: DeliveryRequest,
  parameters: URLSearchParams,
  caller: Caller,
): Question | Refusal {
  return request.method === 'GET' ? fromQuery(parameters, caller) : fromBody(request.body);
}
