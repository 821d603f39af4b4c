import type { Message } from './types';

/**
 * A message whose parameters may be messages again, or lists of them to be joined. JSON; every `Message` is one.
 * Ids are of the catalogue `changes`.
 */
export interface Sentence {
  id: string;
  params: Record<string, SentencePart>;
}
export type SentencePart = string | number | Sentence | SentenceList;
/** Joined pairwise by the message `list.<join>`, which has `left` and `right`. */
export interface SentenceList {
  join: 'and' | 'or' | 'comma';
  items: (string | Sentence)[];
}

/** Words a message: `t` of next-intl bound to the namespace `changes`, or a translator of the English catalogue. */
export type Translate = (id: string, params: Message['params']) => string;

/** Words a sentence and everything in it. */
export function wordSentence({ id, params }: Sentence, translate: Translate): string {
  const worded = Object.entries(params).map(([name, part]) => [name, wordPart(part, translate)] as const);
  return translate(id, Object.fromEntries(worded));
}

function wordPart(part: SentencePart, translate: Translate): string | number {
  if (typeof part === 'string' || typeof part === 'number') return part;
  if ('id' in part) return wordSentence(part, translate);
  const items = part.items.map((item) => (typeof item === 'string' ? item : wordSentence(item, translate)));
  return items.length === 0 ? '' : items.reduce((left, right) => translate(`list.${part.join}`, { left, right }));
}

export function sentence(id: string, params: Record<string, SentencePart> = {}): Sentence {
  return { id, params };
}
