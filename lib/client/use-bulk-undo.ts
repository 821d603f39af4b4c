'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { type BulkChange, type BulkOverride, wayBack } from './bulk-override';
import { queryKeys } from './query-keys';
import { sendOverride } from './send-override';
import { useFailureText } from './use-failure-text';

const wayBackNow = (changes: readonly BulkChange[]) => wayBack(changes, Date.now());

/** Gives tenants back the values they had before, in batches, and tells how far it is in one toast. */
export function useBulkUndo(project: string) {
  const t = useTranslations('tenants.bulk');
  const client = useQueryClient();
  const reasonOf = useFailureText();

  const takeBack = async (asked: BulkOverride, flag: string, changes: readonly BulkChange[]): Promise<void> => {
    const total = changes.length;
    const id = toast.loading(t('undoing', { done: 0, total }));
    const signal = new AbortController().signal;
    const failed = new Map<string, unknown>();
    let done = 0;
    for (const back of wayBackNow(changes)) {
      const { environment, comment } = asked;
      const start = done;
      const onDone = (count: number): void => void toast.loading(t('undoing', { done: start + count, total }), { id });
      const run = await sendOverride(project, { environment, flag: asked.flag, comment, ...back }, { signal, onDone });
      done += run.done;
      const [reason] = run.failed;
      for (const tenant of [...run.failed.flatMap(({ keys }) => keys), ...run.left]) failed.set(tenant, reason?.error);
    }
    void client.invalidateQueries({ queryKey: queryKeys.overrides(project) });
    if (failed.size === 0) {
      toast.success(t('undone', { flag, count: total }), { id });
      return;
    }
    const [[, error] = []] = failed;
    const rest = changes.filter(({ tenant }) => failed.has(tenant));
    const action = { label: t('again'), onClick: () => void takeBack(asked, flag, rest) };
    const description = reasonOf(error);
    toast.error(t('notUndone', { count: failed.size, total }), { id, description, duration: Infinity, action });
  };
  return (asked: BulkOverride, flag: string, changes: readonly BulkChange[]): void =>
    void takeBack(asked, flag, changes);
}
