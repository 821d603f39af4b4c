import type { AttributeType, JsonValue } from '@/lib/engine/types';

/** Types whose values can be listed by typing them one by one. */
export const LISTABLE: readonly AttributeType[] = ['string', 'number', 'semver', 'list'];

/** The texts of allowed values, as they are typed. */
export const textsOf = (allowed: readonly JsonValue[] | null): string[] =>
  (allowed ?? []).map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));

/** The allowed values that typed texts stand for; none means any. A text that is no number stays one, to be refused. */
export function valuesOf(texts: readonly string[], type: AttributeType): JsonValue[] | null {
  if (texts.length === 0 || !LISTABLE.includes(type)) return null;
  return texts.map((text) => {
    const number = Number(text);
    return type === 'number' && text.trim() !== '' && Number.isFinite(number) ? number : text;
  });
}
