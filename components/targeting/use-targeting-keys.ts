'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { useShortcut } from '@/components/shared/use-shortcut';

export interface TargetingKeys {
  editor: RefObject<HTMLElement | null>;
  /** Null while there is nothing to review. */
  onReview: (() => void) | null;
}

const FIRST = 'button:not([disabled]), input:not([disabled])';

/** `e` goes to the editor; Ctrl or ⌘ and S opens the review instead of saving the page. */
export function useTargetingKeys({ editor, onReview }: TargetingKeys): void {
  useShortcut('e', (event) => {
    event.preventDefault();
    editor.current?.querySelector<HTMLElement>(FIRST)?.focus();
  });
  const review = useRef(onReview);
  useEffect(() => {
    review.current = onReview;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      const isInDialog = event.target instanceof Element && event.target.closest('[role=dialog], [role=alertdialog]');
      if (!isInDialog) review.current?.();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
