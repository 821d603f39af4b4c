'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useState } from 'react';
import { toast } from 'sonner';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { UnsavedBar } from '@/components/shared/unsaved-bar';
import { Button } from '@/components/ui/button';
import type { ActionError } from '@/lib/actions/action-result';
import { useAnnounce } from '@/lib/client/use-announce';
import { refusalOf, wasSent } from '@/lib/client/use-action';
import { useSaveChange } from '@/lib/client/use-save-change';
import { wordIssue } from './word-issue';
import type { Configuration } from '@/lib/engine/types';
import { ConflictDialog } from './conflict-dialog';
import { configurationOf } from './draft';
import { formPathOf } from './issue-path';
import { isFormPath } from './is-form-path';
import { ReviewDialog } from './review-dialog';
import { revealRule } from './rule-anchor';
import { useTargeting } from './targeting-context';
import { useTargetingKeys } from './use-targeting-keys';
import { useDraftIssueText, type useTargetingForm } from './use-targeting-form';
import { storedConflict } from './stored-conflict';

export interface SaveBarProps {
  state: ReturnType<typeof useTargetingForm>;
  /** What the server has now. */
  stored: Configuration;
  editor: RefObject<HTMLElement | null>;
}

/** Counts what is unsaved, and leads to saving it: review, conflicts, what the server refused. */
export function SaveBar({ state, stored, editor }: SaveBarProps) {
  const t = useTranslations('targeting');
  const { project, flag, environment, isReadOnly } = useTargeting();
  const { form, base, draft, complete, instructions, issues, restart } = state;
  const place = { project, flag: flag.key, environment: environment.key };
  const save = useSaveChange(place);
  const announce = useAnnounce(place);
  const textOf = useDraftIssueText();
  const [dialog, setDialog] = useState<'review' | 'discard' | null>(null);
  const [conflict, setConflict] = useState<Configuration | null>(null);
  const count = isReadOnly ? 0 : instructions.length;
  const canReview = count > 0 && issues.size === 0;
  useTargetingKeys({ editor, onReview: canReview ? () => setDialog('review') : null });

  const showRefusal = (refusal: ActionError) => {
    const found = (refusal.issues ?? []).map((issue) => ({
      ...issue,
      path: formPathOf(issue.path, instructions, draft),
    }));
    for (const issue of found) {
      const path = isFormPath(issue.path) ? issue.path : 'root';
      form.setError(path, { type: issue.code, message: textOf(wordIssue(issue)) });
    }
    const [first] = found;
    toast.error(refusal.message, { description: first && textOf(wordIssue(first)) });
  };
  const submit = async (comment: string, bypass: boolean): Promise<boolean> => {
    try {
      const view = await save.mutateAsync({
        version: base.version,
        instructions,
        ...(comment !== '' && { comment }),
        ...(bypass && { bypass }),
      });
      restart(configurationOf(view));
      announce(view, t('saved.done', { flag: flag.name, environment: environment.name }));
      return true;
    } catch (error) {
      // It waits for approval: what was edited is kept in the change request.
      if (wasSent(error)) {
        restart(stored.version > base.version ? stored : base);
        return true;
      }
      const refusal = refusalOf(error);
      const current = storedConflict(refusal);
      if (current) {
        setConflict(configurationOf(current));
        return false;
      }
      if (refusal) showRefusal(refusal);
      else toast.error(t('saved.failed'));
      // What is wrong in the form has to be fixed there; anything else may succeed if tried again.
      if (refusal?.issues?.length) return false;
      throw error;
    }
  };
  const showFirstIssue = () => {
    const [path = ''] = issues.keys();
    const rule = draft.rules[Number(/^rules\.(\d+)/.exec(path)?.[1])];
    if (!focusFirstIssue(editor) && rule) revealRule(rule.id);
  };
  return (
    <>
      <UnsavedBar
        count={count}
        disabled={!canReview}
        onReview={() => setDialog('review')}
        onDiscard={() => setDialog('discard')}
        reviewLabel={environment.can.edit ? undefined : t('review.propose')}
        className="bottom-3"
      >
        {issues.size > 0 ? (
          <Button variant="link" size="xs" className="text-destructive-text" onClick={showFirstIssue}>
            {t('issues', { count: issues.size })}
          </Button>
        ) : (
          stored.version > base.version && t('newer')
        )}
      </UnsavedBar>
      <ReviewDialog
        open={dialog === 'review'}
        onOpenChange={(open) => setDialog(open ? 'review' : null)}
        base={base}
        next={complete}
        instructions={instructions}
        onSave={submit}
        onKept={() => restart(stored.version > base.version ? stored : base)}
      />
      <ConfirmDialog
        open={dialog === 'discard'}
        onOpenChange={(open) => setDialog(open ? 'discard' : null)}
        title={t('discard.title')}
        description={t('discard.description', { count })}
        confirmLabel={t('discard.confirm')}
        destructive
        onConfirm={() => restart(stored.version > base.version ? stored : base)}
      />
      {conflict && (
        <ConflictDialog
          base={base}
          current={conflict}
          instructions={instructions}
          onClose={() => setConflict(null)}
          onReapply={(configuration) => {
            restart(conflict, configuration);
            setConflict(null);
          }}
          onDiscard={() => {
            restart(conflict);
            setConflict(null);
          }}
        />
      )}
    </>
  );
}

/** False where nothing that is shown is wrong: a closed rule may be. */
function focusFirstIssue(editor: RefObject<HTMLElement | null>): boolean {
  const found = editor.current?.querySelector<HTMLElement>('[aria-invalid=true], [role=alert]');
  found?.scrollIntoView({ block: 'center' });
  found?.focus({ preventScroll: true });
  return found instanceof HTMLElement;
}
