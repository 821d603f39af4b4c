'use client';

import { createContext, useContext } from 'react';
import type { CheckTrace } from '@/lib/engine/trace';

/** What became of each condition of a rule for the context being tried, by its place. */
export type Checks = ReadonlyMap<string, CheckTrace>;

const ChecksContext = createContext<Checks | null>(null);
export const ChecksProvider = ChecksContext.Provider;

export function useCheck(place: string): CheckTrace | undefined {
  return useContext(ChecksContext)?.get(place);
}
