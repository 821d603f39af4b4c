import { z } from 'zod';
import { shapeProblem } from './shape-problem';

const UNSTORABLE = /\0|[\uD800-\uDFFF]/u;

/** Whether PostgreSQL and UTF-8 can hold a text: no NUL, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** A text of `least` to `most` UTF-16 units that can be stored. */
export function text(most: number, least = 0) {
  return z
    .string()
    .min(least)
    .max(most)
    .superRefine((value, ctx) => {
      if (!isStorable(value)) ctx.addIssue(shapeProblem('text_unstorable'));
    });
}

export const nameSchema = text(200, 1);
export const descriptionSchema = text(10_000);
export const commentSchema = text(2_000);
/** An identity that we made or that an import brought. */
export const idSchema = text(200, 1);
/** A subject's `targetingKey`: anything that an application uses. */
export const subjectKeySchema = text(512, 1);
/** An attribute name or dotted path. */
export const attributeSchema = text(200);
/** Counts writes of one resource; also sent as `If-Match`. */
export const versionSchema = z.int().min(0);
