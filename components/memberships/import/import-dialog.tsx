'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
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
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Progress } from '@/components/ui/progress';
import type { MembershipPlace } from '../membership-types';
import { ChooseFile } from './choose-file';
import { ImportChecked } from './import-checked';
import { ImportOver } from './import-over';
import { type Checked, useImport } from './use-import';

export interface ImportDialogProps extends MembershipPlace {
  /** For rows that name none. */
  flag: string | null;
  onClose: () => void;
}

/** Adds memberships from a file: chosen, checked line by line, looked through, then added in parts. */
export function ImportDialog({ project, environment, onClose, ...initial }: ImportDialogProps) {
  const t = useTranslations('memberships.import');
  const [flag, setFlag] = useState(initial.flag);
  const { state, check, add, stop, reset } = useImport({ project, environment: environment.key });
  const named = flag === null ? {} : { flag };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-2xl">
        <DialogHeader>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t('hint')}</DialogDescription>
          <EnvironmentBadge environment={environment} className="w-fit" />
        </DialogHeader>
        {(state.phase === 'choose' || state.phase === 'refused') && (
          <ChooseFile
            project={project}
            flag={flag}
            onFlag={setFlag}
            refused={state.phase === 'refused' ? state : null}
            onFile={(file) => void check(file, flag ?? undefined)}
          />
        )}
        {state.phase === 'reading' && <Working label={t('reading')} value={0} onStop={stop} />}
        {(state.phase === 'checking' || state.phase === 'adding') && (
          <Working
            label={t(state.phase, { done: state.done, total: state.total })}
            value={(state.done / Math.max(1, state.total)) * 100}
            onStop={stop}
          />
        )}
        {state.phase === 'checked' && (
          <Confirm
            environment={environment}
            checked={state.checked}
            flag={flag ?? ''}
            onBack={reset}
            onAdd={(comment) => void add(state.checked, { ...named, comment })}
          />
        )}
        {state.phase === 'over' && <ImportOver outcome={state.outcome} onAgain={reset} onClose={onClose} />}
      </DialogContent>
    </Dialog>
  );
}

function Working({ label, value, onStop }: { label: string; value: number; onStop: () => void }) {
  const t = useTranslations('memberships.import');
  return (
    <div className="grid gap-3">
      <Progress value={value} aria-label={t('title')} />
      <p role="status" className="text-sm tabular-nums">
        {label}
      </p>
      <DialogFooter>
        <Button variant="outline" onClick={onStop}>
          {t('stop')}
        </Button>
      </DialogFooter>
    </div>
  );
}

interface ConfirmProps extends Pick<MembershipPlace, 'environment'> {
  checked: Checked;
  flag: string;
  onBack: () => void;
  onAdd: (comment: string | undefined) => void;
}

function Confirm({ environment, checked, flag, onBack, onAdd }: ConfirmProps) {
  const t = useTranslations('memberships.import');
  const [comment, setComment] = useState('');
  const [typed, setTyped] = useState('');
  const adding = checked.good.length - checked.present;
  const isBlocked =
    adding <= 0 ||
    (environment.requireComment && comment.trim() === '') ||
    (environment.protected && typed.trim() !== environment.name);
  return (
    <div className="grid gap-4">
      <ImportChecked checked={checked} flag={flag} />
      {adding > 0 && (
        <>
          <CommentField value={comment} onChange={setComment} isRequired={environment.requireComment} />
          {environment.protected && (
            <div className="grid gap-1.5">
              <Label htmlFor="import-environment">{t('typeName', { name: environment.name })}</Label>
              <Input
                id="import-environment"
                value={typed}
                autoComplete="off"
                onChange={(event) => setTyped(event.target.value)}
              />
            </div>
          )}
        </>
      )}
      <DialogFooter>
        <Button variant="outline" onClick={onBack}>
          {t('another')}
        </Button>
        <Button disabled={isBlocked} onClick={() => onAdd(comment.trim() || undefined)}>
          {t('submit', { count: Math.max(0, adding) })}
        </Button>
      </DialogFooter>
    </div>
  );
}
