'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import type { ManyOverridesView } from '@/lib/services/overrides/types';
import { type BulkChange, type BulkOverride, isUncertain } from './bulk-override';
import { queryKeys } from './query-keys';
import type { BatchRun } from './run-batches';
import { sendOverride, type SentOverrides } from './send-override';
import { useBulkUndo } from './use-bulk-undo';
import { useFailureText } from './use-failure-text';
import { useSaySent } from './use-say-sent';

export interface BulkProgress {
  /** Tenants that are to change, and those that have. */
  total: number;
  done: number;
  isRunning: boolean;
  /** Tenants that failed, and the first reason. */
  failed: number;
  reason: string | null;
  /** Something was changed, or may have been. */
  isUndoable: boolean;
}

interface Task {
  asked: BulkOverride;
  flagName: string;
  planned: readonly BulkChange[];
  /** Tenants still to do. */
  rest: string[];
  /** How tenants were before what was done to them, or may have been. */
  changed: Map<string, BulkChange>;
}

const UNDO_MS = 10_000;

/** Notes what a run did; what was sent and not answered counts as changed, from the value it was seen with. */
function noteRun({ planned, changed, ...task }: Task, run: BatchRun<ManyOverridesView | SentOverrides>): Task {
  const lost = new Set(run.failed.filter(({ error }) => isUncertain(error)).flatMap(({ keys }) => keys));
  const next = new Map(changed);
  for (const change of planned) if (lost.has(change.tenant)) next.set(change.tenant, change);
  for (const change of run.answers.flatMap((answer) => ('changes' in answer ? answer.changes : [])))
    next.set(change.tenant, change);
  const rest = [...run.failed.flatMap(({ keys }) => keys), ...run.left];
  return { ...task, planned, changed: next, rest };
}

/** Sets or clears a flag for many tenants in batches: it can be stopped, gone on with, and taken back. */
export function useBulkOverride(project: string, onAllDone: () => void) {
  const t = useTranslations('tenants.bulk');
  const client = useQueryClient();
  const reasonOf = useFailureText();
  const undoAll = useBulkUndo(project);
  const saySent = useSaySent();
  const [progress, setProgress] = useState<BulkProgress | null>(null);
  const task = useRef<Task | null>(null);
  const stopper = useRef<AbortController | null>(null);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    // Leaving the page is stopping, too.
    return () => {
      isGone.current = true;
      stopper.current?.abort();
    };
  }, []);

  const takeBack = ({ asked, flagName, changed }: Task): void => undoAll(asked, flagName, [...changed.values()]);
  const announce = (it: Task): void => {
    const total = it.planned.length;
    const done = total - it.rest.length;
    const said = { flag: it.flagName, count: done, total };
    const action = { label: t('undo'), onClick: () => takeBack(it) };
    toast.success(done === total ? t('done', said) : t('partly', said), { duration: UNDO_MS, action });
  };
  const go = async (from: Task): Promise<void> => {
    const total = from.planned.length;
    const before = total - from.rest.length;
    const idle = { total, failed: 0, reason: null, isUndoable: from.changed.size > 0 };
    setProgress({ ...idle, done: before, isRunning: true });
    stopper.current = new AbortController();
    const { signal } = stopper.current;
    const onDone = (done: number): void => setProgress({ ...idle, done: before + done, isRunning: true });
    const run = await sendOverride(project, { ...from.asked, tenants: from.rest }, { signal, onDone });
    const after = noteRun(from, run);
    task.current = after;
    void client.invalidateQueries({ queryKey: queryKeys.overrides(project) });
    const isComplete = after.rest.length === 0;
    const [sent] = run.answers.flatMap((answer) => ('changeRequest' in answer ? answer.changeRequest.number : []));
    if (sent !== undefined) {
      saySent(sent);
      setProgress(null);
      onAllDone();
      return;
    }
    if (isComplete || (isGone.current && after.changed.size > 0)) announce(after);
    if (isComplete) {
      setProgress(null);
      onAllDone();
      return;
    }
    const [first] = run.failed;
    setProgress({
      total,
      done: before + run.done,
      failed: run.failed.reduce((sum, { keys }) => sum + keys.length, 0),
      reason: first ? reasonOf(first.error) : null,
      isUndoable: after.changed.size > 0,
      isRunning: false,
    });
  };
  /** Ends a run that is not complete; what was done can still be taken back from the toast. */
  const close = (): void => {
    if (task.current && task.current.changed.size > 0) announce(task.current);
    task.current = null;
    setProgress(null);
  };
  return {
    progress,
    /** `planned` is what the diff showed: the tenants that change, with their values before. */
    start: (asked: BulkOverride, flagName: string, planned: readonly BulkChange[]) =>
      go({ asked, flagName, planned, rest: planned.map(({ tenant }) => tenant), changed: new Map() }),
    again: () => void (task.current && go(task.current)),
    stop: () => stopper.current?.abort(),
    undo: () => {
      if (task.current) takeBack(task.current);
      task.current = null;
      setProgress(null);
    },
    close,
  };
}
