'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { FieldError } from '@/components/shared/field-error';
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
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { subjectActions } from '@/lib/client/subject-actions';
import { refusalOf, useAction } from '@/lib/client/use-action';
import type { SubjectView } from '@/lib/services/subjects/types';
import { type PeoplePlace, subjectPath } from './people-place';

function AddForm(place: PeoplePlace) {
  const { project, environment } = place;
  const t = useTranslations('people.add');
  const id = useId();
  const router = useRouter();
  const [key, setKey] = useState('');
  const [comment, setComment] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const create = useAction<SubjectView, object>(subjectActions(project).create, {
    onSuccess: ({ targetingKey }) => router.push(subjectPath(place, targetingKey)),
    onError: (error) => {
      const refusal = refusalOf(error);
      setProblem(refusal?.issues?.map(({ message }) => message).join(' ') || refusal?.message || t('failed'));
    },
  });
  const isMissing = key.trim() === '' || (environment.requireComment && comment.trim() === '');
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setProblem(null);
        create.mutate({
          targetingKey: key.trim(),
          environment: environment.key,
          comment: comment.trim() || undefined,
        });
      }}
    >
      <div className="grid gap-1.5">
        <Label htmlFor={id}>{t('key')}</Label>
        <Input
          id={id}
          value={key}
          maxLength={512}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          className="h-9 font-mono"
          onChange={(event) => setKey(event.target.value)}
        />
        <FieldError id={`${id}-problem`}>{problem}</FieldError>
      </div>
      {environment.requireComment && <CommentField value={comment} onChange={setComment} isRequired />}
      <DialogFooter>
        <Button type="submit" disabled={isMissing || create.isPending || create.isSuccess}>
          {t('submit')}
        </Button>
      </DialogFooter>
    </form>
  );
}

/** A subject that no application has told of yet. */
export function AddSubject({ open, onClose, ...place }: PeoplePlace & { open: boolean; onClose: () => void }) {
  const t = useTranslations('people.add');
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent className="max-w-md">
        <DialogHeader>
          <DialogTitle className="flex flex-wrap items-center gap-2">
            {t('title')}
            <EnvironmentBadge environment={place.environment} />
          </DialogTitle>
          <DialogDescription>{t('description')}</DialogDescription>
        </DialogHeader>
        {open && <AddForm {...place} />}
      </DialogContent>
    </Dialog>
  );
}
