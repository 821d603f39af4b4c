'use client';

import { createContext, useContext } from 'react';
import type { AttributeSuggestion } from './attribute-suggestions';

/** What conditions need to know of where they stand: a flag's rule, or a segment. */
export interface ConditionsScope {
  project: string;
  isReadOnly: boolean;
  suggestions: readonly AttributeSuggestion[];
  /** Conditions ask a subject's own profile alone, so that segments are not offered. */
  hasNoSegments?: boolean;
}

const ConditionsContext = createContext<ConditionsScope | null>(null);
export const ConditionsProvider = ConditionsContext.Provider;

export function useConditions(): ConditionsScope {
  const scope = useContext(ConditionsContext);
  if (!scope) throw new Error('useConditions needs a ConditionsProvider around it');
  return scope;
}
