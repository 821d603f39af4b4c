'use client';

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { EvaluationContext } from '@/lib/engine/types';
import { readTried, type Tried, withRecent, writeTried } from './recent-contexts';

/** A context that stood this long was meant, and is offered again. */
const MEANT_MS = 2_000;
const NOTHING: EvaluationContext = {};

export interface UseTried extends Tried {
  /** False on the server and in the first render. */
  isReady: boolean;
  setContext: (context: EvaluationContext) => void;
}

const never = () => () => undefined;

/** The context that is tried and recent ones, kept per project in this browser. */
export function useTried(project: string): UseTried {
  const isReady = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const stored = useMemo(() => (isReady ? readTried(project, window.localStorage) : null), [isReady, project]);
  const [changed, setChanged] = useState<Tried | null>(null);
  const tried = changed ?? stored;
  useEffect(() => {
    if (!tried) return;
    writeTried(project, tried, window.localStorage);
    if (JSON.stringify(tried.recent[0]) === JSON.stringify(tried.context)) return;
    const meant = { ...tried, recent: withRecent(tried.recent, tried.context) };
    const timer = setTimeout(() => setChanged(meant), MEANT_MS);
    return () => clearTimeout(timer);
  }, [project, tried]);
  const setContext = (context: EvaluationContext) => setChanged({ recent: tried?.recent ?? [], context });
  return { context: tried?.context ?? NOTHING, recent: tried?.recent ?? [], isReady, setContext };
}
