'use client';

import { useEffect, useRef, useState } from 'react';
import { runBatches } from './run-batches';
import { newGroup } from './new-group';
import { segmentActions } from './segment-actions';
import { sentForApproval } from './sent-for-approval';
import { refusalOf, RefusedError } from './use-action';

export interface ImportProgress {
  done: number;
  total: number;
}
export type ImportOutcome =
  | { kind: 'done' | 'stopped'; done: number }
  | { kind: 'sent'; done: number; request: number }
  | { kind: 'failed'; done: number; message: string | null };

const BATCH = 500;

/** Adds members in batches, with progress; stopping keeps what was added, and adding again passes over it. */
export function useMemberImport(project: string, place: { key: string; environment: string }) {
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const stopper = useRef<AbortController | null>(null);
  // Closing the dialog is stopping, too.
  useEffect(() => () => stopper.current?.abort(), []);
  const start = async (subjects: readonly string[], comment?: string): Promise<ImportOutcome> => {
    stopper.current = new AbortController();
    const { signal } = stopper.current;
    const total = subjects.length;
    setProgress({ done: 0, total });
    const requestGroup = newGroup();
    let request: number | null = null;
    const run = await runBatches({
      keys: subjects,
      size: BATCH,
      signal,
      isOfOne: () => false,
      onDone: (done) => setProgress({ done, total }),
      send: async (part) => {
        const asked = { ...place, subjects: [...part], comment, requestGroup };
        const result = await segmentActions(project).addMembers(asked);
        if (result.ok) return;
        const number = sentForApproval(result.error);
        if (number === null) throw new RefusedError(result.error);
        request = number;
      },
    });
    setProgress(null);
    const [failure] = run.failed;
    if (failure) return { kind: 'failed', done: run.done, message: refusalOf(failure.error)?.message ?? null };
    if (request !== null) return { kind: 'sent', done: run.done, request };
    return { kind: run.left.length > 0 ? 'stopped' : 'done', done: run.done };
  };
  const stop = (): void => stopper.current?.abort();
  return { progress, start, stop };
}
