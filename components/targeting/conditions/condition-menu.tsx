'use client';

import { ArrowDown, ArrowUp, Copy, Ellipsis, FolderTree, Trash2, Ungroup } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { LIMITS } from '@/lib/changes/limits';
import type { Condition } from '@/lib/engine/types';
import { useConditions } from './conditions-context';
import { depthOf } from './condition-tree';

export interface ConditionMenuProps {
  condition: Condition;
  depth: number;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  /** Puts these in the condition's place. */
  onReplace: (conditions: Condition[]) => void;
}

/** What can be done with a condition as a whole; removing is also a button of its own. */
export function ConditionMenu({ condition, depth, isFirst, isLast, onMove, onReplace }: ConditionMenuProps) {
  const t = useTranslations('targeting.condition');
  const { isReadOnly } = useConditions();
  if (isReadOnly) return null;
  const isGroup = 'conditions' in condition;
  const hasRoom = depth + 1 + depthOf(condition) <= LIMITS.depth;
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" className="text-muted-foreground" aria-label={t('more')}>
            <Ellipsis />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem disabled={isFirst} onSelect={() => onMove(-1)}>
            <ArrowUp />
            {t('up')}
          </DropdownMenuItem>
          <DropdownMenuItem disabled={isLast} onSelect={() => onMove(1)}>
            <ArrowDown />
            {t('down')}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => onReplace([condition, condition])}>
            <Copy />
            {t('duplicate')}
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem
            disabled={!hasRoom}
            onSelect={() => onReplace([{ operator: 'OR', conditions: [condition] }])}
          >
            <FolderTree />
            {t('wrap')}
          </DropdownMenuItem>
          {isGroup && condition.operator !== 'NOT' && (
            <DropdownMenuItem onSelect={() => onReplace(condition.conditions)}>
              <Ungroup />
              {t('unwrap')}
            </DropdownMenuItem>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      <Button
        variant="ghost"
        size="icon-sm"
        className="text-muted-foreground"
        aria-label={t(isGroup ? 'removeGroup' : 'remove')}
        onClick={() => onReplace([])}
      >
        <Trash2 />
      </Button>
    </>
  );
}
