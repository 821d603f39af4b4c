'use client';

import { LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { NoteField } from '@/components/shared/note-field';
import { useTickingNow } from '@/components/shared/now-provider';
import { CommentField } from '@/components/targeting/comment-field';
import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog';
import type { BulkChange, BulkOverride } from '@/lib/client/bulk-override';
import { useDebounced } from '@/lib/client/use-debounced';
import { useOverridePreview } from '@/lib/client/use-override-preview';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { SystemFlagView } from '@/lib/services/overrides/types';
import { OverrideEnd, readEnd } from '../override-end';
import { BulkChoice, CLEAR } from './bulk-choice';
import { BulkPreview } from './bulk-preview';

export interface BulkFormProps {
  project: string;
  environment: EnvironmentView;
  tenants: readonly string[];
  isBusy: boolean;
  onConfirm: (asked: BulkOverride, flagName: string, changes: readonly BulkChange[]) => void;
}

const TYPING_MS = 300;

/** Which flag, what it shall serve, until when and why; and what that changes. */
export function BulkForm({ project, environment, tenants, isBusy, onConfirm }: BulkFormProps) {
  const t = useTranslations('tenants.bulk');
  const dialog = useTranslations('tenants.dialog');
  const [flag, setFlag] = useState<SystemFlagView | null>(null);
  const [value, setValue] = useState<string | null>(null);
  const [end, setEnd] = useState<{ isSet: boolean; at: string | null }>({ isSet: false, at: null });
  const [note, setNote] = useState('');
  const [comment, setComment] = useState('');
  const [wasAsked, setWasAsked] = useState(false);
  const settledNote = useDebounced(note.trim(), TYPING_MS);
  const isClearing = value === CLEAR;
  const problem = isClearing ? null : readEnd(end, useTickingNow());
  const asked: BulkOverride | null =
    flag && value !== null && problem === null
      ? {
          environment: environment.key,
          flag: flag.key,
          variant: isClearing ? null : value,
          tenants,
          ...(!isClearing && { expiresAt: end.isSet ? end.at : null, note: settledNote }),
        }
      : null;
  const preview = useOverridePreview(project, asked);
  const changes = preview.data?.changes ?? [];
  const isUnsettled = preview.isFetching || (!isClearing && settledNote !== note.trim());
  const lacksComment = environment.requireComment && comment.trim() === '';
  const isBlocked = problem === null && (changes.length === 0 || isUnsettled || lacksComment);
  return (
    <form
      className="grid min-w-0 gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setWasAsked(true);
        if (asked && flag) onConfirm({ ...asked, comment: comment.trim() || undefined }, flag.name, changes);
      }}
    >
      <BulkChoice
        project={project}
        environment={environment.key}
        flag={flag}
        onFlag={(next) => {
          setFlag(next);
          setValue(null);
        }}
        value={value}
        onValue={setValue}
      />
      {value !== null && !isClearing && (
        <>
          <OverrideEnd
            value={end}
            onChange={setEnd}
            hint={t('endHint')}
            problem={problem && (wasAsked || problem === 'endPast') ? dialog(problem) : null}
          />
          <NoteField label={dialog('note')} placeholder={dialog('noteHint')} value={note} onChange={setNote} />
        </>
      )}
      {asked && flag && <BulkPreview flag={flag} preview={preview} />}
      {/* A note is kept in the history as well: a comment beside it is only asked for where it must be. */}
      {changes.length > 0 && (isClearing || environment.requireComment) && (
        <CommentField isRequired={environment.requireComment} value={comment} onChange={setComment} />
      )}
      <DialogFooter className="sticky -bottom-5 -mx-5 -mb-5 border-t bg-popover px-5 py-3">
        <Button type="submit" disabled={flag === null || value === null || isBlocked || isBusy}>
          {isBusy && <LoaderCircle aria-hidden="true" className="animate-spin" />}
          {t('confirm', { count: changes.length || tenants.length })}
        </Button>
      </DialogFooter>
    </form>
  );
}
