'use client';

import type { Announcements, ScreenReaderInstructions, UniqueIdentifier } from '@dnd-kit/core';
import { useTranslations } from 'next-intl';
import type { Rule } from '@/lib/engine/types';

interface DragTexts {
  announcements: Announcements;
  screenReaderInstructions: ScreenReaderInstructions;
}

/** What a screen reader hears while rules are dragged. */
export function useDragTexts(rules: readonly Rule[]): DragTexts {
  const t = useTranslations('targeting.drag');
  const place = (id: UniqueIdentifier): number => rules.findIndex((rule) => rule.id === id) + 1;
  const name = (id: UniqueIdentifier): string => {
    const rule = rules.find((each) => each.id === id);
    return rule?.name.trim() || t('rule', { number: place(id) });
  };
  const total = rules.length;
  return {
    screenReaderInstructions: { draggable: t('instructions') },
    announcements: {
      onDragStart: ({ active }) => t('start', { rule: name(active.id) }),
      onDragOver: ({ active, over }) =>
        over ? t('over', { rule: name(active.id), place: place(over.id), total }) : undefined,
      onDragEnd: ({ active, over }) =>
        over
          ? t('end', { rule: name(active.id), place: place(over.id), total })
          : t('cancel', { rule: name(active.id) }),
      onDragCancel: ({ active }) => t('cancel', { rule: name(active.id) }),
    },
  };
}
