'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Resolver, useForm, useWatch } from 'react-hook-form';
import { useDrafts } from '@/components/flag-page/drafts';
import type { ChangeSubject, Instruction } from '@/lib/changes/types';
import { useIssueText } from '@/lib/client/use-issue-text';
import type { Configuration } from '@/lib/engine/types';
import { checkDraft, type DraftIssue } from './check-draft';
import { completeDraft, type Draft, draftOf, pendingInstructions } from './draft';
import { flattenErrors, nestErrors } from './nest-errors';

export interface TargetingFormOptions {
  definition: ChangeSubject['definition'];
  environment: string;
  /** What the server has now. */
  stored: Configuration;
}

/** Words an issue of a draft. */
export function useDraftIssueText(): (issue: DraftIssue) => string {
  const t = useTranslations('changes.issue');
  const shapeText = useIssueText();
  return useCallback(
    (issue) => (issue.group === 'issue' && t.has(issue.code) ? t(issue.code, issue.params) : shapeText(issue)),
    [t, shapeText],
  );
}

/**
 * The form of one configuration. Its draft outlives the page while one looks at the flag's other tabs and
 * environments; while nothing is changed it follows what is stored.
 */
export function useTargetingForm({ definition, environment, stored }: TargetingFormOptions) {
  const drafts = useDrafts();
  const textOf = useDraftIssueText();
  const [kept] = useState(() => drafts.read(environment));
  const [base, setBase] = useState(kept?.base ?? stored);
  const resolver = useCallback<Resolver<Draft>>(
    (values) => {
      const found = checkDraft(definition, base, values);
      const errors = found.map((issue) => ({ path: issue.path, type: issue.code, message: textOf(issue) }));
      return found.length > 0 ? { values: {}, errors: nestErrors(errors) } : { values, errors: {} };
    },
    [definition, base, textOf],
  );
  // Given once: `values` for its type, which unlike that of `defaultValues` bears conditions within conditions.
  const [values] = useState(() => kept?.draft ?? draftOf(definition, stored));
  const form = useForm<Draft>({ resolver, mode: 'onSubmit', values });
  const draft = useDraftValues(form.control, form.getValues);
  const instructions = useMemo(() => pendingInstructions(definition, base, draft), [definition, base, draft]);
  // react-hook-form changes its errors in place, so that they are read anew each time.
  const issues = flattenErrors(form.formState.errors);

  /** Goes on from a configuration, with what is unsaved on top of it, if anything. */
  const restart = useCallback(
    (from: Configuration, onTop: Configuration = from) => {
      setBase(from);
      form.reset(draftOf(definition, onTop));
    },
    [definition, form],
  );
  const isDirty = instructions.length > 0;
  useFollowStored({ isDirty, base, stored, restart });
  useEffect(() => {
    drafts.keep(environment, isDirty ? { base, draft } : null);
  }, [drafts, environment, isDirty, base, draft]);
  // Everything at once: limits, and subjects pinned twice, concern more than the field that was edited.
  useEffect(() => {
    if (isDirty) void form.trigger();
    else form.clearErrors();
  }, [form, isDirty, draft]);
  const complete = useMemo(() => completeDraft(definition, base, draft).configuration, [definition, base, draft]);
  return { form, base, draft, complete, instructions: instructions as readonly Instruction[], issues, restart };
}

function useDraftValues(
  control: ReturnType<typeof useForm<Draft>>['control'],
  getValues: ReturnType<typeof useForm<Draft>>['getValues'],
): Draft {
  const [state, killed, offVariant, targets, prerequisites, rules, served] = useWatch({
    control,
    name: ['state', 'killed', 'offVariant', 'targets', 'prerequisites', 'rules', 'default'],
  });
  return useMemo(
    () => ({ ...getValues(), state, killed, offVariant, targets, prerequisites, rules, default: served }),
    [getValues, state, killed, offVariant, targets, prerequisites, rules, served],
  );
}

interface Follow {
  isDirty: boolean;
  base: Configuration;
  stored: Configuration;
  restart: (from: Configuration) => void;
}

function useFollowStored({ isDirty, base, stored, restart }: Follow): void {
  useEffect(() => {
    if (!isDirty && stored.version > base.version) restart(stored);
  }, [isDirty, base, stored, restart]);
}
