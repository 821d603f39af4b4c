'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type BaseSyntheticEvent, useEffect, useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import type { ActionError } from '@/lib/actions/action-result';
import { adminPath, fetchJson } from '@/lib/client/fetch-json';
import { queryKeys } from '@/lib/client/query-keys';
import { refusalOf, wasSent } from '@/lib/client/use-action';
import { useSchemaResolver } from '@/lib/client/use-schema-resolver';
import { useShowIssues } from '@/lib/client/use-show-issues';
import { useUpdateFlag } from '@/lib/client/use-update-flag';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { FlagView } from '@/lib/services/flags/types';
import type { FlagPlace } from '../flag-context';
import { reachedEnvironments } from '../reached-environments';
import { changedFields } from './changed-fields';
import { type DetailsPatch, detailsSchema } from './details-schema';
import { type DetailsValues, detailsOf } from './details-values';

/** A change that waits for a confirmation. */
export interface PendingSave {
  patch: Partial<DetailsPatch>;
  /** What the patch replaces. */
  before: Partial<FlagView>;
  /** Where it is noticed. */
  reached: EnvironmentView[];
}

export interface Conflict {
  base: FlagView;
  theirs: FlagView;
}

/** These change what applications get; the others only what people read. */
const ANSWERED: readonly string[] = ['variants', 'metadata', 'clientVisible', 'tenantManaged'];
const UNDO_MS = 10_000;

const pick = (flag: FlagView, names: readonly string[]): Partial<FlagView> =>
  Object.fromEntries(Object.entries(flag).filter(([name]) => names.includes(name)));

/** The Details form: what changed, saving it on the version it was made on, and what to do when that is not the last. */
export function useDetailsForm({ project, environments, can }: FlagPlace, flag: FlagView) {
  const t = useTranslations('flags.details');
  const flags = useTranslations('flags.toast');
  const client = useQueryClient();
  const [base, setBase] = useState(flag);
  const schema = useMemo(() => detailsSchema(flag.type), [flag.type]);
  const form = useForm<DetailsValues, unknown, DetailsPatch>({
    resolver: useSchemaResolver(schema),
    defaultValues: detailsOf(flag),
  });
  const showIssues = useShowIssues(form);
  const update = useUpdateFlag(project);
  const [pending, setPending] = useState<PendingSave | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const mine = changedFields(detailsOf(base), form.watch());
  const changedCount = Object.keys(mine).length;
  const reached = reachedEnvironments([flag], environments);
  const isReadOnly = !can.editFlags || reached.some(({ key }) => !can.environments[key]?.edit);

  const showAs = (next: FlagView, kept: Partial<DetailsValues> = {}): void => {
    setBase(next);
    form.reset({ ...detailsOf(next), ...kept });
  };
  // Saved elsewhere while nothing is being edited here.
  const { reset } = form;
  useEffect(() => {
    if (changedCount > 0 || flag.version <= base.version) return;
    setBase(flag);
    reset(detailsOf(flag));
  }, [flag, base.version, changedCount, reset]);

  const refuse = async (refusal: ActionError | null): Promise<void> => {
    if (refusal?.code === 'version_conflict') {
      const path = adminPath(project, ['flags', flag.key]);
      const theirs = await client.fetchQuery({
        queryKey: queryKeys.flag(project, flag.key),
        queryFn: ({ signal }) => fetchJson<FlagView>(path, { signal }),
        staleTime: 0,
      });
      setConflict({ base, theirs });
    } else if (refusal) showIssues(refusal);
    else form.setError('root', { message: flags('failed') });
  };
  const write = async ({ patch, before }: PendingSave, comment?: string): Promise<void> => {
    try {
      const saved = await update.mutateAsync({ key: flag.key, version: base.version, patch, comment });
      showAs(saved);
      const back = { key: flag.key, version: saved.version, patch: before, comment };
      const undo = (): void =>
        update.mutate(back, {
          onSuccess: (view) => {
            showAs(view);
            toast.success(flags('undone'));
          },
          onError: (error) => toast.error(flags('failed'), { description: refusalOf(error)?.message }),
        });
      toast.success(t('saved'), { duration: UNDO_MS, action: { label: flags('undo'), onClick: undo } });
    } catch (error) {
      if (wasSent(error)) return showAs(base);
      await refuse(refusalOf(error));
    }
  };
  const review = form.handleSubmit(async (whole) => {
    const patch = changedFields(base, whole);
    const names = Object.keys(patch);
    // Only the way it was written differed: "1.0" and "1".
    if (names.length === 0) return showAs(base);
    const isAnswered = names.some((name) => ANSWERED.includes(name));
    const next = { patch, before: pick(base, names), reached };
    const asks = reached.length > 0 && (isAnswered || reached.some(({ requireComment }) => requireComment));
    if (asks) setPending(next);
    else await write(next);
  });
  return {
    form,
    changedCount,
    isReadOnly,
    pending,
    conflict,
    isSaving: update.isPending,
    refusal: refusalOf(update.error),
    submit: (event?: BaseSyntheticEvent) => review(event),
    save: async (comment?: string) => (pending ? write(pending, comment) : undefined),
    cancel: () => setPending(null),
    discard: () => {
      update.reset();
      showAs(base);
    },
    takeTheirs: () => {
      if (conflict) showAs(conflict.theirs);
      setConflict(null);
    },
    keepMine: () => {
      if (conflict) showAs(conflict.theirs, mine);
      setConflict(null);
    },
    closeConflict: () => setConflict(null),
  };
}
