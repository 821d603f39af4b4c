'use client';

import { FolderTree, Plus, SquareDashed } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { LIMITS } from '@/lib/changes/limits';
import type { Condition } from '@/lib/engine/types';
import { useConditions } from './conditions-context';

const BLANK: Condition = { attribute: '', operator: 'equals', value: '' };

/** Buttons that add a condition, a segment, or a group of conditions. */
export function AddCondition({ depth, onAdd }: { depth: number; onAdd: (condition: Condition) => void }) {
  const t = useTranslations('targeting.group');
  const { hasNoSegments = false } = useConditions();
  return (
    <div className="-ml-2 flex flex-wrap gap-1">
      <Button variant="ghost" size="xs" onClick={() => onAdd(BLANK)}>
        <Plus />
        {t('addCondition')}
      </Button>
      {!hasNoSegments && (
        <Button variant="ghost" size="xs" onClick={() => onAdd({ segment: '' })}>
          <SquareDashed />
          {t('addSegment')}
        </Button>
      )}
      <Button
        variant="ghost"
        size="xs"
        disabled={depth >= LIMITS.depth}
        onClick={() => onAdd({ operator: depth % 2 === 0 ? 'OR' : 'AND', conditions: [BLANK] })}
      >
        <FolderTree />
        {t('addGroup')}
      </Button>
    </div>
  );
}
