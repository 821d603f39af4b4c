'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { type Sentence, wordSentence } from '@/lib/changes/sentence';

/** Words sentences of changes and rules in the reader's language. */
export function useSentences(): (sentence: Sentence) => string {
  const t = useTranslations('changes');
  return useCallback((sentence) => wordSentence(sentence, (id, params) => (t.has(id) ? t(id, params) : id)), [t]);
}
