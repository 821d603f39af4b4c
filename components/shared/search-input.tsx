'use client';

import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { useShortcut } from './use-shortcut';

export interface SearchInputProps {
  value: string;
  onChange: (value: string) => void;
  /** The accessible name. */
  label: string;
  placeholder?: string;
  /** `/` anywhere on the page focuses it; false where a page has a second one. */
  shortcut?: boolean;
  className?: string;
}

export function SearchInput({ value, onChange, label, placeholder, shortcut = true, className }: SearchInputProps) {
  const t = useTranslations('common');
  const input = useRef<HTMLInputElement>(null);
  useShortcut(
    '/',
    (event) => {
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    },
    shortcut,
  );
  return (
    <div role="search" className={cn('relative w-full max-w-sm', className)}>
      <Search aria-hidden="true" className="pointer-events-none absolute top-2 left-2.5 size-4 text-muted-foreground" />
      <Input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={placeholder ?? t('search')}
        value={value}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          if (value) onChange('');
          else event.currentTarget.blur();
        }}
        className="pr-8 pl-8 [&::-webkit-search-cancel-button]:hidden"
      />
      {value ? (
        <Button
          variant="ghost"
          size="icon-xs"
          aria-label={t('clear')}
          className="absolute top-1 right-1"
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
        >
          <X />
        </Button>
      ) : (
        shortcut && (
          <Kbd aria-hidden="true" className="pointer-events-none absolute top-1.5 right-1.5 max-sm:hidden">
            /
          </Kbd>
        )
      )}
    </div>
  );
}
