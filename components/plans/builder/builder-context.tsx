'use client';

import { createContext, useContext } from 'react';
import type { PlansPlace } from '../plan-place';

/** What every part of the builder may need to know. */
export interface Builder extends PlansPlace {
  /** Keys of segments, and roles that subjects may have. */
  groups: readonly string[];
  roles: readonly string[];
}

const BuilderContext = createContext<Builder | null>(null);
export const BuilderProvider = BuilderContext.Provider;

export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error('useBuilder needs a BuilderProvider around it');
  return builder;
}
