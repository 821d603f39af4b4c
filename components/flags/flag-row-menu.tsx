'use client';

import { Archive, ArchiveRestore, Copy, Ellipsis, Settings2, SquareArrowOutUpRight, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useCopy } from '@/components/shared/use-copy';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import type { FlagListItem } from '@/lib/services/flags/types';
import type { FlagPlace } from './flag-context';

export type LifecycleStep = 'archive' | 'restore' | 'delete';

export interface FlagRowMenuProps extends Pick<FlagPlace, 'can'> {
  flag: FlagListItem;
  hrefOf: (flag: FlagListItem, tab: 'targeting' | 'details') => string;
  onLifecycle: (step: LifecycleStep, flag: FlagListItem) => void;
}

/** What can be done with a flag as a whole, at the end of its row. */
export function FlagRowMenu(props: FlagRowMenuProps) {
  const t = useTranslations('flags');
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon-sm" aria-label={t('menu.label', { flag: props.flag.key })}>
          <Ellipsis />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <Items {...props} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

/** Only made while the menu is open: a list shows dozens of rows. */
function Items({ flag, can, hrefOf, onLifecycle }: FlagRowMenuProps) {
  const t = useTranslations('flags');
  const { copy } = useCopy();
  return (
    <>
      <DropdownMenuItem asChild>
        <Link href={hrefOf(flag, 'targeting')}>
          <SquareArrowOutUpRight />
          {t('menu.open')}
        </Link>
      </DropdownMenuItem>
      <DropdownMenuItem asChild>
        <Link href={hrefOf(flag, 'details')}>
          <Settings2 />
          {t('menu.details')}
        </Link>
      </DropdownMenuItem>
      <DropdownMenuItem onSelect={() => void copy(flag.key)}>
        <Copy />
        {t('menu.copyKey')}
      </DropdownMenuItem>
      {can.editFlags && <DropdownMenuSeparator />}
      {can.editFlags && !flag.archived && (
        <DropdownMenuItem onSelect={() => onLifecycle('archive', flag)}>
          <Archive />
          {t('menu.archive')}
        </DropdownMenuItem>
      )}
      {can.editFlags && flag.archived && (
        <DropdownMenuItem onSelect={() => onLifecycle('restore', flag)}>
          <ArchiveRestore />
          {t('menu.restore')}
        </DropdownMenuItem>
      )}
      {can.deleteFlags && flag.archived && (
        <DropdownMenuItem variant="destructive" onSelect={() => onLifecycle('delete', flag)}>
          <Trash2 />
          {t('menu.delete')}
        </DropdownMenuItem>
      )}
    </>
  );
}
