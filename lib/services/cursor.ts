import { z } from 'zod';
import { serviceError } from './errors';

/** An opaque cursor: a position in a list, as base64url of JSON. It selects within the reader's scope, never a scope. */
export const encodeCursor = (position: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** Reads a cursor of this form. Throws `invalid` for anything that we did not make. */
export function decodeCursor<T>(schema: z.ZodType<T>, cursor: string): T {
  const parsed = schema.safeParse(jsonOf(cursor));
  if (parsed.success) return parsed.data;
  throw serviceError('invalid', 'invalid_cursor');
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Cuts a list read with one row too many into a page. */
export function cutPage<R, T>(
  rows: readonly R[],
  limit: number,
  view: (row: R) => T,
  position: (row: R) => readonly (string | number | null)[],
): { items: T[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: page.map(view), nextCursor: more ? encodeCursor(position(last)) : null };
}

/** A position that is one text without control characters, such as a key or a subject. */
export const textPosition = z.tuple([
  z
    .string()
    .min(1)
    .max(600)
    .refine((text) => !text.includes('\0')),
]);
/** A position that is one whole number. */
export const numberPosition = z.tuple([z.int().min(0)]);
