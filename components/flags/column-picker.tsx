'use client';

import { Columns3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import type { FlagColumnChoice } from './use-flag-columns';

/** Chooses the columns of the flag list; this browser remembers them. */
export function ColumnPicker({ choices, onChoose, onReset }: FlagColumnChoice) {
  const t = useTranslations('flags.columns');
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="outline" className="max-sm:hidden">
          <Columns3 />
          {t('button')}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-56">
        <DropdownMenuLabel>{t('label')}</DropdownMenuLabel>
        {choices.map(({ id, label, isShown }) => (
          <DropdownMenuCheckboxItem
            key={id}
            checked={isShown}
            onCheckedChange={(shown) => onChoose(id, shown)}
            // The menu stays open: one rarely chooses a single column.
            onSelect={(event) => event.preventDefault()}
          >
            <span className="truncate">{label}</span>
          </DropdownMenuCheckboxItem>
        ))}
        {onReset && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem onSelect={onReset}>{t('reset')}</DropdownMenuItem>
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
