'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { FlagEnvironment, FlagSummary } from '@/components/flag-page/flag-page-types';
import type { RuleTrace } from '@/lib/engine/trace';
import { ConditionsProvider, type ConditionsScope } from './conditions/conditions-context';

export interface Targeting extends ConditionsScope {
  flag: FlagSummary;
  environment: FlagEnvironment;
  /** What the context being tried does to each rule, by id. */
  traces: ReadonlyMap<string, RuleTrace>;
}

const TargetingContext = createContext<Targeting | null>(null);

export function TargetingProvider({ value, children }: { value: Targeting; children: ReactNode }) {
  return (
    <TargetingContext.Provider value={value}>
      <ConditionsProvider value={value}>{children}</ConditionsProvider>
    </TargetingContext.Provider>
  );
}

/** What every part of the form may need to know. */
export function useTargeting(): Targeting {
  const targeting = useContext(TargetingContext);
  if (!targeting) throw new Error('useTargeting needs a TargetingProvider around it');
  return targeting;
}
