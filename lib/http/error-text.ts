import { createTranslator } from 'use-intl/core';
import english from '@/messages/en/errors.json';

type Params = Readonly<Record<string, string | number>>;

/** The English sentence of an error, for programs and logs; pages word the same code in their own language. */
export function errorText(code: string, fallback: string, params: Params = {}): string {
  const messages: Record<string, string> = english;
  const key = Object.hasOwn(messages, code) ? code : fallback;
  const t = createTranslator<Record<string, string>>({
    locale: 'en',
    messages,
    timeZone: 'UTC',
    onError: () => {},
    getMessageFallback: () => english.internal,
  });
  return t(key, { ...params });
}
