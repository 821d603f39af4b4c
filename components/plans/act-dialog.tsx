'use client';

import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { CommentField } from '@/components/targeting/comment-field';
import { environmentsOf, type PlansPlace } from './plan-place';

export interface ActDialogProps {
  place: PlansPlace;
  title: ReactNode;
  description: ReactNode;
  confirmLabel: ReactNode;
  /** Keys of the environments whose answers change: the name of one that is protected is typed. */
  reached: readonly string[];
  /** Keys of those that may want a comment. */
  commented: readonly string[];
  destructive?: boolean;
  /** A comment is wanted for another reason, too. */
  needsComment?: boolean;
  disabled?: boolean;
  onClose: () => void;
  onConfirm: (comment: string | undefined) => Promise<unknown>;
  children?: ReactNode;
}

/** Asks before something is done to a plan: with a comment, and the name of a protected environment typed. */
export function ActDialog({
  place,
  reached,
  commented,
  needsComment = false,
  onClose,
  onConfirm,
  ...props
}: ActDialogProps) {
  const [comment, setComment] = useState('');
  const isRequired =
    needsComment || environmentsOf(place, commented).some(({ requireComment }) => requireComment === true);
  const typed = environmentsOf(place, reached).find((environment) => environment.protected);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={props.title}
      description={props.description}
      confirmLabel={props.confirmLabel}
      destructive={props.destructive}
      className="max-w-xl"
      typedName={typed?.name}
      disabled={props.disabled === true || (isRequired && comment.trim() === '')}
      onConfirm={async () => {
        await onConfirm(comment.trim() || undefined);
      }}
    >
      {props.children}
      <CommentField value={comment} onChange={setComment} isRequired={isRequired} />
    </ConfirmDialog>
  );
}
