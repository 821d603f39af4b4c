'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { ActionError, ActionResult } from '@/lib/actions/action-result';
import { disableFlag, enableFlag, undoChange } from '@/lib/actions/configurations';
import { archiveFlag, restoreFlag, updateFlag } from '@/lib/actions/flags';
import type { FlagListItem } from '@/lib/services/flags/types';
import type { BatchStep } from './batch-plan';
import { newGroup } from './new-group';
import { queryKeys } from './query-keys';
import { sentForApproval } from './sent-for-approval';
import { useSaySent } from './use-say-sent';

export interface BatchOutcome {
  flag: FlagListItem;
  status: 'done' | 'sent' | 'failed' | 'undone';
  /** Why it failed, in the reader's language. */
  message?: string;
}
export interface BatchProgress {
  outcomes: BatchOutcome[];
  total: number;
  isRunning: boolean;
}
type Undo = () => Promise<ActionResult<unknown>>;
type Done = { ok: true; undo: Undo } | { ok: true; request: number } | { ok: false; message: string };

const IDLE: BatchProgress = { outcomes: [], total: 0, isRunning: false };

/** Does one thing to many flags, one after another: it can be stopped in between, and taken back afterwards. */
export function useBatch(project: string) {
  const t = useTranslations('flags');
  const client = useQueryClient();
  const saySent = useSaySent();
  const [progress, setProgress] = useState<BatchProgress>(IDLE);
  const isStopped = useRef(false);
  const undos = useRef(new Map<string, Undo>());

  /** A lost connection is told like a refusal: the report must name every flag. */
  const safely = async (act: () => Promise<Done>): Promise<Done> =>
    act().catch(() => ({ ok: false, message: t('toast.failed') }));
  const forEach = async (flags: readonly FlagListItem[], act: (flag: FlagListItem) => Promise<BatchOutcome>) => {
    isStopped.current = false;
    setProgress({ outcomes: [], total: flags.length, isRunning: true });
    for (const flag of flags) {
      if (isStopped.current) break;
      const outcome = await act(flag);
      setProgress((now) => ({ ...now, outcomes: [...now.outcomes, outcome] }));
    }
    setProgress((now) => ({ ...now, isRunning: false }));
    await client.invalidateQueries({ queryKey: queryKeys.flags(project) });
  };

  const run = async (step: BatchStep, flags: readonly FlagListItem[], comment?: string): Promise<void> => {
    undos.current.clear();
    // Those that have to wait for approval wait as one.
    const said = { comment, requestGroup: newGroup() };
    let request: number | null = null;
    await forEach(flags, async (flag) => {
      const done = await safely(() => perform(project, step, flag, said));
      if (!done.ok) return { flag, status: 'failed', message: done.message };
      if ('request' in done) {
        request = done.request;
        return { flag, status: 'sent' };
      }
      undos.current.set(flag.key, done.undo);
      return { flag, status: 'done' };
    });
    if (request !== null) saySent(request);
  };
  const undo = async (): Promise<void> => {
    const flags = progress.outcomes.filter(({ status }) => status === 'done').map(({ flag }) => flag);
    await forEach(flags, async (flag) => {
      const back = undos.current.get(flag.key);
      const done = await safely(async () => (back ? toDone(await back(), back) : { ok: false, message: '' }));
      return done.ok ? { flag, status: 'undone' } : { flag, status: 'failed', message: done.message };
    });
  };
  return { progress, run, undo, stop: () => void (isStopped.current = true), reset: () => setProgress(IDLE) };
}

function toDone(result: ActionResult<unknown>, undo: Undo): Done {
  return result.ok ? { ok: true, undo } : notDone(result.error);
}

function notDone(error: ActionError): Done {
  const request = sentForApproval(error);
  return request === null ? { ok: false, message: error.message } : { ok: true, request };
}

interface Said {
  comment: string | undefined;
  requestGroup: string;
}

async function perform(project: string, step: BatchStep, flag: FlagListItem, said: Said): Promise<Done> {
  const { comment } = said;
  const { key, version, tags } = flag;
  switch (step.kind) {
    case 'archive': {
      const undo = () => restoreFlag(project, { key, comment });
      return toDone(await archiveFlag(project, { key, ...said }), undo);
    }
    case 'addTag':
    case 'removeTag': {
      const next = step.kind === 'addTag' ? [...tags, step.tag] : tags.filter((tag) => tag !== step.tag);
      const result = await updateFlag(project, { key, version, tags: next, ...said });
      if (!result.ok) return notDone(result.error);
      const undo = () => updateFlag(project, { key, version: result.data.version, tags, comment });
      return { ok: true, undo };
    }
    case 'enable':
    case 'disable': {
      const place = { flag: key, environment: step.environment };
      const result = await (step.kind === 'enable' ? enableFlag : disableFlag)(project, { ...place, ...said });
      if (!result.ok) return notDone(result.error);
      const undo = () => undoChange(project, { ...place, version: result.data.version, comment });
      return { ok: true, undo };
    }
  }
}
