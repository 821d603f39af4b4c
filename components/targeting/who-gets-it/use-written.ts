'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { describe } from '@/lib/changes/describe';
import { diff } from '@/lib/changes/diff';
import { completeDraft, type Draft } from '../draft';
import { newRuleId } from '../rule-list';
import { useTargeting } from '../targeting-context';
import type { useTargetingForm } from '../use-targeting-form';
import type { Choice } from './choice';
import { writeChoice } from './write-choice';

/** The draft with a choice in it, and what of it is new. */
export function useWritten({ base, draft, complete }: ReturnType<typeof useTargetingForm>, choice: Choice) {
  const t = useTranslations('people.whoGetsIt');
  const { flag } = useTargeting();
  const [id] = useState(newRuleId);
  const name = choice.role === null ? '' : t('ruleName', { role: choice.role });
  return useMemo(() => {
    const next: Draft = writeChoice(flag, draft, choice, { id, name });
    const subject = { definition: flag, configuration: complete };
    const instructions = diff(subject, completeDraft(flag, base, next).configuration);
    return { next, sentences: describe(subject, instructions) };
  }, [flag, base, draft, complete, choice, id, name]);
}
