'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { IMPORT_ROWS, type ImportRow } from '@/lib/schemas/membership-import';
import { membershipActions } from '@/lib/client/membership-actions';
import { queryKeys } from '@/lib/client/query-keys';
import { runBatches } from '@/lib/client/run-batches';
import { refusalOf, RefusedError } from '@/lib/client/use-action';
import type { ImportProblem, ImportReport } from '@/lib/services/memberships/types';
import { type ReadFile, readFile } from './read-file';

export interface Checked {
  name: string;
  file: ReadFile;
  /** Without an error, those that are there already included. */
  good: ImportRow[];
  problems: ImportProblem[];
  present: number;
}
export interface Outcome {
  kind: 'done' | 'stopped' | 'failed';
  added: number;
  present: number;
  /** Rows that were not sent, or not taken. */
  left: number;
  /** Rows that wait for approval, in this change request. */
  waiting: number;
  request: number | null;
  message: string | null;
}
export type ImportState =
  | { phase: 'choose' }
  | { phase: 'reading' }
  | { phase: 'checking' | 'adding'; done: number; total: number }
  | { phase: 'refused'; message: string | null; problem: ReadFile['problem'] }
  | { phase: 'checked'; checked: Checked }
  | { phase: 'over'; outcome: Outcome };

interface Place {
  project: string;
  environment: string;
}

type Sent = { report: ImportReport; request: null } | { report: null; request: number | null };

const numberOf = (accepted: unknown): number | null => {
  const request: unknown = Reflect.get(Object(accepted), 'changeRequest');
  const number: unknown = Reflect.get(Object(request), 'number');
  return typeof number === 'number' ? number : null;
};

/** Checks the rows of a file, and adds those without an error: in parts, each whole, so that it can be stopped. */
export function useImport({ project, environment }: Place) {
  const [state, setState] = useState<ImportState>({ phase: 'choose' });
  const client = useQueryClient();
  const stopper = useRef<AbortController | null>(null);
  // Closing the dialog is stopping, too.
  useEffect(() => () => stopper.current?.abort(), []);
  const start = (): AbortSignal => {
    stopper.current?.abort();
    stopper.current = new AbortController();
    return stopper.current.signal;
  };

  const send = async (rows: readonly ImportRow[], more: object): Promise<Sent> => {
    const result = await membershipActions(project).addMany({ environment, rows, ...more });
    if (result.ok) return { report: result.data, request: null };
    if (result.error.code !== 'approval_pending') throw new RefusedError(result.error);
    return { report: null, request: numberOf(result.error.accepted) };
  };
  const sendAll = (phase: 'checking' | 'adding', rows: readonly ImportRow[], signal: AbortSignal, more: object) => {
    const total = rows.length;
    setState({ phase, done: 0, total });
    return runBatches({
      keys: rows.map((_, index) => String(index)),
      size: IMPORT_ROWS,
      signal,
      // Somebody removed what a row names since it was checked: the others of its part are added.
      isOfOne: (error) => refusalOf(error)?.code === 'import_refused',
      onDone: (done) => setState({ phase, done, total }),
      send: (keys) =>
        send(
          keys.flatMap((key) => rows[Number(key)] ?? []),
          more,
        ),
    });
  };

  const check = async (file: File, flag: string | undefined): Promise<void> => {
    const signal = start();
    setState({ phase: 'reading' });
    const read = await readFile(file, signal);
    if (signal.aborted) return setState({ phase: 'choose' });
    if (read.problem !== null) return setState({ phase: 'refused', problem: read.problem, message: null });
    const run = await sendAll('checking', read.rows, signal, { flag, dryRun: true });
    if (signal.aborted) return setState({ phase: 'choose' });
    const [failure] = run.failed;
    if (failure) {
      const message = refusalOf(failure.error)?.message ?? null;
      return setState({ phase: 'refused', problem: null, message });
    }
    const reports = run.answers.flatMap(({ report }) => report ?? []);
    const problems = reports.flatMap((report) => report.problems);
    const bad = new Set(problems.map(({ line }) => line));
    const good = read.rows.filter(({ line }) => !bad.has(line));
    const present = reports.reduce((sum, report) => sum + report.present, 0);
    setState({ phase: 'checked', checked: { name: file.name, file: read, good, problems, present } });
  };

  const add = async ({ good }: Checked, asked: { flag?: string; comment?: string }): Promise<void> => {
    const signal = start();
    const run = await sendAll('adding', good, signal, { ...asked, requestGroup: `import-${crypto.randomUUID()}` });
    const reports = run.answers.flatMap(({ report }) => report ?? []);
    const taken = reports.reduce((sum, { rows }) => sum + rows, 0);
    const [failure] = run.failed;
    const refused = run.failed.reduce((sum, { keys }) => sum + keys.length, 0);
    await client.invalidateQueries({ queryKey: queryKeys.memberships(project) });
    setState({
      phase: 'over',
      outcome: {
        kind: failure ? 'failed' : run.left.length > 0 ? 'stopped' : 'done',
        added: reports.reduce((sum, { added }) => sum + added, 0),
        present: reports.reduce((sum, { present }) => sum + present, 0),
        left: run.left.length + refused,
        waiting: run.done - taken,
        request: run.answers.find(({ request }) => request !== null)?.request ?? null,
        message: failure ? (refusalOf(failure.error)?.message ?? null) : null,
      },
    });
  };
  const stop = (): void => stopper.current?.abort();
  return { state, check, add, stop, reset: () => setState({ phase: 'choose' }) };
}
