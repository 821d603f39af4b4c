import { useRef } from 'react';

interface FocusHandlers {
  onOpenAutoFocus?: (event: Event) => void;
  onCloseAutoFocus?: (event: Event) => void;
}

/** A dialog that is opened by state has no trigger: what had the focus when it opened gets it back, if it is there. */
export function useReturnFocus({ onOpenAutoFocus, onCloseAutoFocus }: FocusHandlers): Required<FocusHandlers> {
  const opener = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: (event) => {
      opener.current = document.activeElement;
      onOpenAutoFocus?.(event);
    },
    onCloseAutoFocus: (event) => {
      onCloseAutoFocus?.(event);
      const before = opener.current;
      if (event.defaultPrevented || !(before instanceof HTMLElement)) return;
      if (!before.isConnected || before === document.body) return;
      event.preventDefault();
      before.focus();
    },
  };
}
