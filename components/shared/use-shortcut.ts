'use client';

import { useEffect, useRef } from 'react';

const TYPING = 'input, textarea, select, [contenteditable=true], [role=combobox], [role=textbox]';
const OVERLAY = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

/** False while a person types or is inside a dialog or menu, where letters mean something else. */
export function isShortcutTarget(target: EventTarget | null): boolean {
  return !(target instanceof Element) || target.closest(`${TYPING}, ${OVERLAY}`) === null;
}

/** Calls `handler` for a single key (`KeyboardEvent.key`) pressed anywhere on the page without modifiers. */
export function useShortcut(key: string, handler: (event: KeyboardEvent) => void, enabled = true): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === key && isShortcutTarget(event.target)) latest.current(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [key, enabled]);
}
