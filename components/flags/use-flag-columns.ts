'use client';

import { useMemo } from 'react';
import { z } from 'zod';
import { useStored } from '@/lib/client/use-stored';
import type { FlagColumn } from './flag-columns';

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

/** The columns to show. One that was asked for is shown however narrow the table is. */
export function useFlagColumns(project: string, all: readonly FlagColumn[]): [FlagColumn[], FlagColumnChoice] {
  const [stored, store] = useStored(`flagstaff.flag-columns.${project}`, chosenSchema);
  const shown = useMemo(() => all.flatMap((column) => visible(column, stored ?? {})), [all, stored]);
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

function visible(column: FlagColumn, chosen: Readonly<Record<string, boolean>>): FlagColumn[] {
  if (ALWAYS.has(column.id)) return [column];
  const choice = chosen[column.id];
  if (choice === undefined) return USUALLY_HIDDEN.has(column.id) ? [] : [column];
  return choice ? [{ ...column, from: undefined }] : [];
}
