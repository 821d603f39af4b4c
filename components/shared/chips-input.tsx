'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { inputClasses } from '@/components/ui/input';
import { splitValues } from './split-values';

export interface ChipsInputProps {
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** Offered while typing, by the browser's own list. */
  suggestions?: readonly string[];
  placeholder?: string;
  disabled?: boolean;
  id?: string;
  className?: string;
  'aria-label'?: string;
  'aria-labelledby'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}

/** A list of distinct texts. Enter or comma adds, a pasted list is split, Backspace in the empty field removes. */
export function ChipsInput({
  value,
  onChange,
  suggestions,
  placeholder,
  disabled,
  className,
  ...rest
}: ChipsInputProps) {
  const { id, ...aria } = rest;
  const t = useTranslations('common');
  const [draft, setDraft] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();

  const add = (texts: readonly string[]) => {
    const next = [...new Set([...value, ...texts])];
    if (next.length !== value.length) onChange(next);
    setDraft('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if ((event.key === 'Enter' || event.key === ',') && draft.trim() !== '') {
      event.preventDefault();
      add([draft.trim()]);
    } else if (event.key === 'Enter') {
      // An empty field must not submit the form around it.
      event.preventDefault();
    } else if (event.key === 'Backspace' && draft === '' && value.length > 0) {
      onChange(value.slice(0, -1));
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = splitValues(event.clipboardData.getData('text'));
    if (pasted.length < 2) return;
    event.preventDefault();
    add(pasted);
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click only moves focus to the field, which Tab reaches
    <div
      className={cn(inputClasses, 'flex min-h-8 cursor-text flex-wrap items-center gap-1 p-1', className)}
      data-disabled={disabled}
      onClick={(event) => event.target === event.currentTarget && input.current?.focus()}
    >
      {value.length > 0 && (
        <ul aria-label={t('chips.list')} className="contents">
          {value.map((text) => (
            <Chip
              key={text}
              text={text}
              disabled={disabled}
              onRemove={() => onChange(value.filter((v) => v !== text))}
            />
          ))}
        </ul>
      )}
      <input
        ref={input}
        id={id}
        {...aria}
        value={draft}
        disabled={disabled}
        list={suggestions ? listId : undefined}
        title={t('chips.hint')}
        placeholder={value.length === 0 ? placeholder : undefined}
        className="h-5.5 min-w-20 flex-1 bg-transparent px-1 text-sm outline-none placeholder:text-muted-foreground"
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => draft.trim() !== '' && add([draft.trim()])}
      />
      {suggestions && (
        <datalist id={listId}>
          {suggestions
            .filter((text) => !value.includes(text))
            .map((text) => (
              <option key={text} value={text} />
            ))}
        </datalist>
      )}
    </div>
  );
}

function Chip({ text, disabled, onRemove }: { text: string; disabled?: boolean; onRemove: () => void }) {
  const t = useTranslations('common');
  return (
    <li className="inline-flex h-5.5 max-w-full items-center gap-0.5 rounded-sm bg-secondary pl-1.5 font-mono text-xs">
      <span className="truncate">{text}</span>
      <button
        type="button"
        disabled={disabled}
        aria-label={t('removeValue', { value: text })}
        className="flex size-5 shrink-0 items-center justify-center rounded-sm text-muted-foreground hover:text-foreground"
        onClick={onRemove}
      >
        <X className="size-3" />
      </button>
    </li>
  );
}
