'use client';

import { createContext, useContext } from 'react';
import type { FlagEnvironment, FlagSummary } from '@/components/flag-page/flag-page-types';
import type { RuleTrace } from '@/lib/engine/trace';
import type { AttributeSuggestion } from './conditions/attribute-suggestions';

export interface Targeting {
  project: string;
  flag: FlagSummary;
  environment: FlagEnvironment;
  isReadOnly: boolean;
  suggestions: readonly AttributeSuggestion[];
  /** What the context being tried does to each rule, by id. */
  traces: ReadonlyMap<string, RuleTrace>;
}

const TargetingContext = createContext<Targeting | null>(null);
export const TargetingProvider = TargetingContext.Provider;

/** What every part of the form may need to know. */
export function useTargeting(): Targeting {
  const targeting = useContext(TargetingContext);
  if (!targeting) throw new Error('useTargeting needs a TargetingProvider around it');
  return targeting;
}
