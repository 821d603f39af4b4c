'use client';

import { Check, ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { cn } from './cn';
import { Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from './command';
import { inputClasses } from './input';
import { Popover, PopoverContent, PopoverTrigger } from './popover';

export interface ComboboxOption {
  value: string;
  label: string;
  /** Shown muted at the right. */
  hint?: string;
  icon?: ReactNode;
  disabled?: boolean;
}

export interface ComboboxProps {
  value: string | null;
  onValueChange: (value: string) => void;
  options: readonly ComboboxOption[];
  placeholder?: string;
  searchPlaceholder?: string;
  emptyText?: string;
  /** Lets a person take what they typed although it is not listed. */
  allowCustom?: boolean;
  /** Told what is typed; `options` are then what the server found, and are not filtered again. */
  onSearch?: (text: string) => void;
  disabled?: boolean;
  className?: string;
  id?: string;
  'aria-label'?: string;
  'aria-labelledby'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}

export function Combobox({
  value,
  onValueChange,
  options,
  placeholder,
  searchPlaceholder,
  emptyText,
  allowCustom = false,
  onSearch,
  className,
  ...trigger
}: ComboboxProps) {
  const t = useTranslations('common');
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const current = options.find((option) => option.value === value);
  const custom = search.trim();
  const offersCustom = allowCustom && custom !== '' && !options.some((option) => option.value === custom);
  const changeSearch = (text: string) => {
    setSearch(text);
    onSearch?.(text.trim());
  };
  const choose = (next: string) => {
    onValueChange(next);
    setOpen(false);
    changeSearch('');
  };

  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <button
          type="button"
          role="combobox"
          aria-expanded={open}
          className={cn(inputClasses, 'flex h-8 items-center gap-2 px-2.5 text-left', className)}
          {...trigger}
        >
          {current?.icon}
          <span className={cn('min-w-0 flex-1 truncate', !value && 'text-muted-foreground')}>
            {current?.label ?? value ?? placeholder ?? t('choose')}
          </span>
          <ChevronsUpDown className="size-3.5 shrink-0 text-muted-foreground" aria-hidden="true" />
        </button>
      </PopoverTrigger>
      <PopoverContent
        aria-label={trigger['aria-label'] ?? searchPlaceholder ?? t('search')}
        className="w-(--radix-popover-trigger-width) min-w-56 p-0"
      >
        <Command label={searchPlaceholder ?? t('search')} shouldFilter={onSearch === undefined}>
          <CommandInput
            value={search}
            onValueChange={changeSearch}
            placeholder={searchPlaceholder ?? t('search')}
            className="text-[13px]"
          />
          <CommandList>
            {!offersCustom && <CommandEmpty>{emptyText ?? t('noMatches')}</CommandEmpty>}
            <CommandGroup>
              {options.map((option) => (
                <CommandItem
                  key={option.value}
                  value={option.value}
                  keywords={[option.label]}
                  disabled={option.disabled}
                  onSelect={() => choose(option.value)}
                >
                  {option.icon}
                  <span className="truncate">{option.label}</span>
                  {option.hint && <span className="ml-auto truncate text-xs text-muted-foreground">{option.hint}</span>}
                  {option.value === value && <Check className={cn('text-foreground', !option.hint && 'ml-auto')} />}
                </CommandItem>
              ))}
              {offersCustom && (
                <CommandItem value={custom} onSelect={() => choose(custom)}>
                  {t('useValue', { value: custom })}
                </CommandItem>
              )}
            </CommandGroup>
          </CommandList>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
