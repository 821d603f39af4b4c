'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { NoteField } from '@/components/shared/note-field';
import { useTickingNow } from '@/components/shared/now-provider';
import { ValueChoice } from '@/components/tenants/value-choice';
import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog';
import type { FlagView } from '@/lib/services/flags/types';
import { draftWindow, type WindowDraft, windowProblem } from './membership-draft';
import type { AskedMembership } from './membership-types';
import { WindowFields } from './window-fields';

export interface FormValues {
  variant: string;
  note: string;
  draft: WindowDraft;
}

export interface MembershipFormProps {
  formRef: (form: HTMLFormElement | null) => void;
  /** Null while none is chosen. */
  flag: FlagView | null;
  values: FormValues;
  onChange: (values: FormValues) => void;
  /** Whether the rest that is needed is known. */
  isReady: boolean;
  onClose: () => void;
  onReview: (asked: AskedMembership) => void;
  /** What comes first: whose it is, say. */
  children?: ReactNode;
}

/** What a membership gives, from when to when, and why. */
export function MembershipForm({ formRef, flag, values, onChange, isReady, ...props }: MembershipFormProps) {
  const t = useTranslations('people.membership');
  const common = useTranslations('common');
  const now = useTickingNow();
  const { variant, note, draft } = values;
  const window = draftWindow(draft, now);
  const problem = windowProblem(window, now);
  const isBlocked = problem !== null || !isReady || variant === '';
  return (
    <form
      ref={formRef}
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        // The dialog may have been opened from inside another form.
        event.stopPropagation();
        if (!isBlocked) props.onReview({ variant, window, note: note.trim() });
      }}
    >
      {props.children}
      {flag && flag.variants.length > 1 && (
        <ValueChoice
          label={t('variant')}
          variants={flag.variants.map(({ key, name }) => ({ key, name: name ?? null }))}
          value={variant}
          onChange={(chosen) => onChange({ ...values, variant: chosen })}
        />
      )}
      <WindowFields
        value={draft}
        onChange={(changed) => onChange({ ...values, draft: changed })}
        window={window}
        problem={problem}
      />
      <NoteField label={t('note')} value={note} onChange={(changed) => onChange({ ...values, note: changed })} />
      <DialogFooter>
        <Button type="button" variant="outline" onClick={props.onClose}>
          {common('cancel')}
        </Button>
        <Button type="submit" disabled={isBlocked}>
          {t('review')}
        </Button>
      </DialogFooter>
    </form>
  );
}
