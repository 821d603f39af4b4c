'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { type FieldErrors, type Resolver, useForm } from 'react-hook-form';
import type { Issues } from '@/components/targeting/issues-context';
import type { ActionError } from '@/lib/actions/action-result';
import { useDebounced } from '@/lib/client/use-debounced';
import { useIssueText, type WordedIssue } from '@/lib/client/use-issue-text';
import { usePlanPreview } from '@/lib/client/use-plan-preview';
import { checkPlan } from './check-plan';
import { draftPath, type PlanDraft, planBody } from './plan-draft';

const PAUSE_MS = 300;

/** What is wrong, by place; the first of each. */
function worded(issues: readonly (WordedIssue & { path: string })[], textOf: (issue: WordedIssue) => string): Issues {
  const found = new Map<string, string>();
  for (const issue of issues) if (!found.has(issue.path)) found.set(issue.path, textOf(issue));
  return found;
}

/** Words an issue of a plan's draft. */
function useDraftText(): (issue: WordedIssue) => string {
  const t = useTranslations('plans.builder.issue');
  const textOf = useIssueText();
  return useCallback((issue) => (t.has(issue.code) ? t(issue.code) : textOf(issue)), [t, textOf]);
}

/** The form of a plan: its draft, what is wrong with it, and what it would do. */
export function usePlanBuilder(project: string, initial: PlanDraft) {
  const textOf = useDraftText();
  const resolver = useCallback<Resolver<PlanDraft>>((values) => {
    const [issue] = checkPlan(values);
    if (!issue) return { values, errors: {} };
    // Shown is everything `checkPlan` finds, by path; the form has to know only that something is wrong.
    const errors: FieldErrors<PlanDraft> = { flag: { type: issue.code, message: issue.message } };
    return { values: {}, errors };
  }, []);
  const form = useForm<PlanDraft>({ resolver, defaultValues: initial });
  const draft = form.watch();
  const [refused, setRefused] = useState<Issues | null>(null);
  const found = useMemo(() => checkPlan(draft), [draft]);
  const { isSubmitted } = form.formState;
  const issues = useMemo(
    () => new Map([...(refused ?? []), ...(isSubmitted ? worded(found, textOf) : [])]),
    [isSubmitted, found, refused, textOf],
  );
  const change = (changes: Partial<PlanDraft>): void => {
    setRefused(null);
    form.reset({ ...form.getValues(), ...changes }, { keepDefaultValues: true, keepIsSubmitted: true });
  };
  /** Shows what the server refused where it is, and answers how much of it has a place. */
  const refuse = ({ issues: told = [] }: ActionError): number => {
    setRefused(
      worded(
        told.map((issue) => ({ ...issue, path: draftPath(issue.path, draft) })),
        textOf,
      ),
    );
    return told.length;
  };
  const settled = useDebounced(JSON.stringify(planBody(draft)), PAUSE_MS);
  const body = useMemo(() => JSON.parse(settled) as ReturnType<typeof planBody>, [settled]);
  const preview = usePlanPreview(project, found.length === 0 ? body : null);
  return {
    form,
    draft,
    issues,
    change,
    refuse,
    preview,
    isComplete: found.length === 0,
    isDirty: form.formState.isDirty,
  };
}
