'use client';

import { useMemo } from 'react';
import { z } from 'zod';
import { useStored } from '@/lib/client/use-stored';
import { fitColumns } from './fit-columns';
import type { FlagColumn } from './flag-columns';
import type { FlagPlace } from './flag-context';

export interface FlagColumnChoice {
  choices: { id: string; label: string; isShown: boolean }[];
  onChoose: (id: string, isShown: boolean) => void;
  /** Absent while nothing was chosen. */
  onReset?: () => void;
}

/** What a person chose, by column; the others are as usual. */
const chosenSchema = z.record(z.string(), z.boolean());

const ALWAYS = new Set(['name', 'menu']);
const USUALLY_HIDDEN = new Set(['updatedAt', 'createdAt']);

/** The columns to show, and the choice of them. */
export function useFlagColumns(
  { project, environments }: Pick<FlagPlace, 'project' | 'environments'>,
  all: readonly FlagColumn[],
): [FlagColumn[], FlagColumnChoice] {
  const [stored, store] = useStored(`flagstaff.flag-columns.${project}`, chosenSchema);
  const shown = useMemo(() => {
    const wanted = all.filter((column) => isWanted(column, stored ?? {}));
    // What somebody asked for stays, and the table scrolls sideways for it.
    return fitColumns(wanted, environments).map((column) =>
      stored?.[column.id] ? { ...column, from: undefined } : column,
    );
  }, [all, environments, stored]);
  const choices = all
    .filter(({ id }) => !ALWAYS.has(id))
    .map(({ id, label, header }) => ({
      id,
      label: label ?? (typeof header === 'string' ? header : id),
      isShown: stored?.[id] ?? !USUALLY_HIDDEN.has(id),
    }));
  const onChoose = (id: string, isShown: boolean): void => store({ ...stored, [id]: isShown });
  const isChanged = Object.keys(stored ?? {}).length > 0;
  return [shown, { choices, onChoose, ...(isChanged && { onReset: () => store({}) }) }];
}

function isWanted({ id }: FlagColumn, chosen: Readonly<Record<string, boolean>>): boolean {
  return ALWAYS.has(id) || (chosen[id] ?? !USUALLY_HIDDEN.has(id));
}
