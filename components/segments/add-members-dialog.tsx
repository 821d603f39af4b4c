'use client';

import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useMemo, useState } from 'react';
import { toast } from 'sonner';
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
import { Progress } from '@/components/ui/progress';
import { Textarea } from '@/components/ui/textarea';
import { useMemberImport } from '@/lib/client/use-member-import';
import { useSaySent } from '@/lib/client/use-say-sent';
import { type ReadMembers, readMembers } from './read-members';
import type { SegmentPlace } from './segment-types';

const SHOWN_PROBLEMS = 5;

function Preview({ read }: { read: ReadMembers }) {
  const t = useTranslations('segments.add');
  return (
    <div className="grid gap-1 text-[13px]" aria-live="polite">
      <p>
        {t('found', { count: read.subjects.length })}
        {read.duplicates > 0 && ` ${t('duplicates', { count: read.duplicates })}`}
      </p>
      {read.problems.length > 0 && (
        <ul className="list-disc pl-4 text-destructive-text">
          {read.problems.slice(0, SHOWN_PROBLEMS).map(({ line, problem }) => (
            <li key={line}>{t(`problem.${problem}`, { line })}</li>
          ))}
          {read.problems.length > SHOWN_PROBLEMS && (
            <li>{t('moreProblems', { count: read.problems.length - SHOWN_PROBLEMS })}</li>
          )}
        </ul>
      )}
    </div>
  );
}

interface BodyProps extends SegmentPlace {
  onDone: () => void;
}

function AddMembers({ project, segment, environment, onDone }: BodyProps) {
  const t = useTranslations('segments.add');
  const id = useId();
  const [text, setText] = useState('');
  const [typed, setTyped] = useState('');
  const [comment, setComment] = useState('');
  const read = useMemo(() => readMembers(text), [text]);
  const saySent = useSaySent();
  const { progress, start, stop } = useMemberImport(project, { key: segment.key, environment: environment.key });
  const isBlocked =
    read.subjects.length === 0 ||
    (environment.requireComment && comment.trim() === '') ||
    (environment.protected && typed.trim() !== environment.name);
  const add = async (): Promise<void> => {
    const outcome = await start(read.subjects, comment.trim() || undefined);
    if (outcome.kind === 'failed') {
      toast.error(t('failed', { count: outcome.done }), { description: outcome.message ?? undefined });
      if (outcome.done > 0) onDone();
      return;
    }
    if (outcome.kind === 'sent') saySent(outcome.request);
    else toast.success(t(outcome.kind, { count: outcome.done }));
    onDone();
  };
  if (progress) {
    return (
      <div className="grid gap-4">
        <Progress value={(progress.done / progress.total) * 100} aria-label={t('title')} />
        <p role="status" className="text-sm">
          {t('progress', { done: progress.done, total: progress.total })}
        </p>
        <DialogFooter>
          <Button variant="outline" onClick={stop}>
            {t('stop')}
          </Button>
        </DialogFooter>
      </div>
    );
  }
  return (
    <div className="grid gap-4">
      <div className="grid gap-1.5">
        <Label htmlFor={id}>{t('list')}</Label>
        <Textarea
          id={id}
          rows={6}
          value={text}
          spellCheck={false}
          className="max-h-60 font-mono text-xs"
          placeholder={'user-1\nuser-2'}
          onChange={(event) => setText(event.target.value)}
        />
        <Button asChild variant="outline" size="sm" className="w-fit">
          <label>
            <FileUp />
            {t('file')}
            <input
              type="file"
              accept=".csv,.txt,text/csv,text/plain"
              className="sr-only"
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                if (file) void file.text().then(setText);
              }}
            />
          </label>
        </Button>
      </div>
      {text !== '' && <Preview read={read} />}
      <CommentField value={comment} onChange={setComment} isRequired={environment.requireComment} />
      {environment.protected && (
        <div className="grid gap-1.5">
          <Label htmlFor={`${id}-name`}>{t('typeName', { name: environment.name })}</Label>
          <Input
            id={`${id}-name`}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      )}
      <DialogFooter>
        <Button disabled={isBlocked} onClick={() => void add()}>
          {t('submit', { count: read.subjects.length })}
        </Button>
      </DialogFooter>
    </div>
  );
}

export interface AddMembersDialogProps extends SegmentPlace {
  open: boolean;
  onClose: () => void;
  /** Something was added. */
  onDone: () => void;
}

/** Adds listed members by pasting or from a file, with a preview, progress and a way to stop. */
export function AddMembersDialog({ open, onClose, onDone, ...place }: AddMembersDialogProps) {
  const t = useTranslations('segments.add');
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent className="max-w-lg">
        <DialogHeader>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t('hint')}</DialogDescription>
        </DialogHeader>
        {open && (
          <AddMembers
            {...place}
            onDone={() => {
              onDone();
              onClose();
            }}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}
