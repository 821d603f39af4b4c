'use client';

import { useEffect, useRef, useState } from 'react';
import { segmentActions } from './segment-actions';

export interface ImportProgress {
  done: number;
  total: number;
}
export type ImportOutcome =
  | { kind: 'done' | 'stopped'; done: number }
  | { kind: 'failed'; done: number; message: string | null };

const BATCH = 500;

/** Adds members in batches, with progress; stopping keeps what was added, and adding again passes over it. */
export function useMemberImport(project: string, place: { key: string; environment: string }) {
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const stopped = useRef(false);
  // Closing the dialog is stopping, too.
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );
  const start = async (subjects: readonly string[], comment?: string): Promise<ImportOutcome> => {
    stopped.current = false;
    let done = 0;
    setProgress({ done, total: subjects.length });
    try {
      while (done < subjects.length && !stopped.current) {
        const batch = subjects.slice(done, done + BATCH);
        const result = await segmentActions(project).addMembers({ ...place, subjects: batch, comment });
        if (!result.ok) return { kind: 'failed', done, message: result.error.message };
        done += batch.length;
        setProgress({ done, total: subjects.length });
      }
      return { kind: stopped.current ? 'stopped' : 'done', done };
    } catch {
      return { kind: 'failed', done, message: null };
    } finally {
      setProgress(null);
    }
  };
  const stop = (): void => {
    stopped.current = true;
  };
  return { progress, start, stop };
}
