import type { z } from 'zod';
import { isShapeCode, SHAPE_TEXTS, type ShapeCode } from './issue-texts';

/** One thing wrong with the shape of an input, in English. Holds nothing of what was sent. */
export interface ShapeIssue {
  /** Dotted, such as `rules.0.value`; empty for the whole. */
  path: string;
  code: ShapeCode;
  message: string;
  /** Parameters of the sentence, for who words the code in another language. */
  params?: Record<string, number | string>;
}

type Found = z.core.$ZodIssue;
const MOST = 50;

/** What a schema found wrong, in our own words; names that were not expected are input too and are left out. */
export function issuesOf(error: Pick<z.ZodError, 'issues'>): ShapeIssue[] {
  return error.issues
    .flatMap((found) => read(found, []))
    .slice(0, MOST)
    .map(({ path, code, params }) => ({
      path: path.map(String).join('.'),
      code,
      message: word(code, params),
      ...(typeof params?.limit === 'number' ? { params: { limit: params.limit } } : {}),
    }));
}

interface Read {
  path: PropertyKey[];
  code: ShapeCode;
  params?: Record<string, number | string>;
}

function read(found: Found, parent: PropertyKey[]): Read[] {
  const path = [...parent, ...found.path];
  switch (found.code) {
    case 'invalid_type':
      return [{ path, code: expected(found.expected) }];
    case 'too_big':
      return [{ path, code: `too_big_${sizeOf(found.origin)}`, params: { limit: Number(found.maximum) } }];
    case 'too_small':
      return [{ path, code: `too_small_${sizeOf(found.origin)}`, params: { limit: Number(found.minimum) } }];
    case 'invalid_format':
      return [{ path, code: format(found.format) }];
    case 'unrecognized_keys':
      return [{ path, code: 'unknown_field' }];
    case 'invalid_value':
      return [{ path, code: 'invalid_choice' }];
    case 'invalid_union':
      return readUnion(found, path);
    case 'custom':
      return [{ path, code: isShapeCode(found.params?.code) ? found.params.code : 'invalid', params: found.params }];
    default:
      return [{ path, code: 'invalid' }];
  }
}

/** The branch that got furthest is the one that was meant; without branches, the choice itself is unknown. */
function readUnion(found: z.core.$ZodIssueInvalidUnion, path: PropertyKey[]): Read[] {
  const branches = found.errors.map((branch) => branch.flatMap((inner) => read(inner, path)));
  const best = branches.sort((a, b) => furthest(b) - furthest(a) || a.length - b.length)[0];
  if (!best) return [{ path, code: 'invalid_choice' }];
  const types = branches.every((branch) => branch.length === 1 && branch[0]?.path.length === path.length);
  return types && branches.length > 1 ? [{ path, code: 'invalid' }] : best;
}

function furthest(branch: Read[]): number {
  return Math.max(...branch.map(({ path, code }) => path.length - (code === 'unknown_field' ? 0.5 : 0)));
}

function expected(type: string): ShapeCode {
  const code = `expected_${type === 'record' ? 'object' : type === 'int' ? 'number' : type}`;
  return isShapeCode(code) ? code : 'invalid';
}

function sizeOf(origin: string): 'text' | 'list' | 'number' {
  if (origin === 'string') return 'text';
  return origin === 'array' || origin === 'set' ? 'list' : 'number';
}

function format(name: string): ShapeCode {
  const code = `invalid_${name}`;
  return isShapeCode(code) ? code : 'invalid_format';
}

function word(code: ShapeCode, params: Record<string, unknown> = {}): string {
  const limit = typeof params.limit === 'number' ? params.limit.toLocaleString('en') : '';
  return SHAPE_TEXTS[code].replace('{limit, number}', limit);
}
