import { useCallback, useRef } from 'react';

const FIELDS = 'input:not([type=hidden]), textarea, [role="combobox"], [role="radio"][aria-checked="true"]';

interface FirstField {
  formRef: (form: HTMLFormElement | null) => void;
  /** Of the dialog around the form. */
  onOpenAutoFocus: (event: Event) => void;
}

/** Gives the focus to a form's first field when its dialog opens, or when the form appears in it later. */
export function useFirstField(): FirstField {
  const form = useRef<HTMLFormElement | null>(null);
  const isOpened = useRef(false);
  const focus = (): void => form.current?.querySelector<HTMLElement>(FIELDS)?.focus();
  const formRef = useCallback((node: HTMLFormElement | null) => {
    form.current = node;
    // Before the dialog has the focus, it must not move: it would forget what opened it.
    if (isOpened.current) focus();
  }, []);
  const onOpenAutoFocus = (event: Event): void => {
    isOpened.current = true;
    if (form.current === null) return;
    event.preventDefault();
    focus();
  };
  return { formRef, onOpenAutoFocus };
}
