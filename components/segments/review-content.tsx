'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { DiffView } from '@/components/shared/diff-view';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { CommentField } from '@/components/targeting/comment-field';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog';
import { describeGroup } from '@/lib/changes/describe-condition';
import { segmentActions } from '@/lib/client/segment-actions';
import { refusalOf, useAction, wasSent } from '@/lib/client/use-action';
import { useSentences } from '@/lib/client/use-sentences';
import type { ConditionGroup } from '@/lib/engine/types';
import type { SegmentContentView } from '@/lib/services/segments/types';
import type { SegmentPlace } from './segment-types';

export interface ReviewContentProps extends SegmentPlace {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  base: SegmentContentView['content'];
  next: ConditionGroup;
  onSaved: (stored: SegmentContentView) => void;
  /** Somebody else saved meanwhile: go on from theirs, with one's own draft on top or without it. */
  onTakeTheirs: (stored: SegmentContentView, keepMine: boolean) => void;
}

/** A conflict carries what is stored; its shape is checked before it is believed. */
function storedIn(current: unknown): SegmentContentView | null {
  const isView = typeof current === 'object' && current !== null && 'content' in current && 'usedIn' in current;
  return isView ? (current as SegmentContentView) : null;
}

/** What will be saved, as a sentence and as JSON, and why; and what to do when somebody else was first. */
export function ReviewContent(props: ReviewContentProps) {
  const { project, segment, environment, open, onOpenChange, base, next, onSaved, onTakeTheirs } = props;
  const t = useTranslations('segments.review');
  const router = useRouter();
  const word = useSentences();
  const [comment, setComment] = useState('');
  const [theirs, setTheirs] = useState<SegmentContentView | null>(null);
  const save = useAction<SegmentContentView, object>(segmentActions(project).updateContent);
  const confirm = async (): Promise<void> => {
    const input = {
      ...next,
      key: segment.key,
      environment: environment.key,
      version: base.version,
      comment: comment.trim() || undefined,
    };
    try {
      onSaved(await save.mutateAsync(input));
      toast.success(t('saved'));
      setComment('');
      router.refresh();
    } catch (error) {
      if (wasSent(error)) throw error;
      const refusal = refusalOf(error);
      const stored = refusal?.code === 'version_conflict' ? storedIn(refusal.current) : null;
      if (stored) setTheirs(stored);
      else {
        toast.error(refusal?.message ?? t('failed'), {
          description: refusal?.issues?.map(({ message }) => message).join(' '),
        });
        throw error;
      }
    }
  };
  const settle = (keepMine: boolean): void => {
    if (theirs) onTakeTheirs(theirs, keepMine);
    setTheirs(null);
  };
  return (
    <>
      <ConfirmDialog
        open={open}
        onOpenChange={onOpenChange}
        className="max-w-2xl"
        title={
          <span className="flex flex-wrap items-center gap-2">
            {t('title')}
            <EnvironmentBadge environment={environment} />
          </span>
        }
        description={word(describeGroup(next))}
        confirmLabel={t('save')}
        typedName={environment.protected ? environment.name : undefined}
        disabled={environment.requireComment && comment.trim() === ''}
        onConfirm={confirm}
      >
        <DiffView before={{ operator: base.operator, conditions: base.conditions }} after={next} />
        <CommentField value={comment} onChange={setComment} isRequired={environment.requireComment} />
      </ConfirmDialog>
      <Dialog open={theirs !== null} onOpenChange={() => setTheirs(null)}>
        <DialogContent className="max-w-2xl">
          <DialogHeader>
            <DialogTitle>{t('conflict')}</DialogTitle>
            <DialogDescription>{t('conflictHint')}</DialogDescription>
          </DialogHeader>
          {theirs && (
            <DiffView
              before={{ operator: base.operator, conditions: base.conditions }}
              after={{ operator: theirs.content.operator, conditions: theirs.content.conditions }}
            />
          )}
          <DialogFooter>
            <Button variant="outline" onClick={() => settle(false)}>
              {t('takeTheirs')}
            </Button>
            <Button onClick={() => settle(true)}>{t('keepMine')}</Button>
          </DialogFooter>
        </DialogContent>
      </Dialog>
    </>
  );
}
