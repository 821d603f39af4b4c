'use client';

import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { Draft } from '@/components/targeting/draft';
import type { Configuration } from '@/lib/engine/types';
import { LeaveGuard } from './leave-guard';

/** An unsaved configuration and what it was made on. */
export interface KeptDraft {
  base: Configuration;
  draft: Draft;
}

interface Drafts {
  read: (environment: string) => KeptDraft | undefined;
  /** Null: there is nothing unsaved there any more. */
  keep: (environment: string, kept: KeptDraft | null) => void;
  /** Keys of environments with something unsaved. */
  unsaved: readonly string[];
}

const DraftsContext = createContext<Drafts | null>(null);

/**
 * Keeps what is unsaved of a flag, by environment, while one looks at its other tabs and environments; leaving the
 * flag's pages asks first.
 */
export function DraftsProvider({ home, children }: { home: string; children: ReactNode }) {
  const kept = useRef<ReadonlyMap<string, KeptDraft>>(new Map());
  const [unsaved, setUnsaved] = useState<readonly string[]>([]);
  const read = useCallback((environment: string) => kept.current.get(environment), []);
  const keep = useCallback((environment: string, draft: KeptDraft | null) => {
    const next = new Map(kept.current);
    if (draft) next.set(environment, draft);
    else next.delete(environment);
    kept.current = next;
    setUnsaved((keys) => (keys.length === next.size && keys.every((key) => next.has(key)) ? keys : [...next.keys()]));
  }, []);
  const value = useMemo(() => ({ read, keep, unsaved }), [read, keep, unsaved]);
  return (
    <DraftsContext.Provider value={value}>
      {children}
      <LeaveGuard isActive={unsaved.length > 0} home={home} />
    </DraftsContext.Provider>
  );
}

export function useDrafts(): Drafts {
  const drafts = useContext(DraftsContext);
  if (!drafts) throw new Error('useDrafts needs a DraftsProvider around it');
  return drafts;
}
