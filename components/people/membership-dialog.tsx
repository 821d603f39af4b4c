'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { NoteField } from '@/components/shared/note-field';
import { useTickingNow } from '@/components/shared/now-provider';
import { ValueChoice } from '@/components/tenants/value-choice';
import { useOwnZone } from '@/components/targeting/serve/use-own-zone';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { useFlagView } from '@/lib/client/use-flag-search';
import { useMemberships } from '@/lib/client/use-memberships';
import type { FlagView } from '@/lib/services/flags/types';
import { dayOf, draftWindow, type WindowDraft, windowProblem } from './membership-draft';
import { type AskedMembership, MembershipReview } from './membership-review';
import type { SubjectPlace } from './subject-page-types';
import { WindowFields } from './window-fields';

export interface MembershipDialogProps extends SubjectPlace {
  flagKey: string;
  onClose: () => void;
}

/** Gives the subject a variant of a flag for a time: asked for here, looked through once more, then saved. */
export function MembershipDialog({ flagKey, onClose, ...place }: MembershipDialogProps) {
  const { project, environment, subject } = place;
  const t = useTranslations('people.membership');
  const { data: flag } = useFlagView(project, flagKey);
  const [asked, setAsked] = useState<AskedMembership | null>(null);
  const { add } = useMemberships({ project, environment: environment.key, subject: subject.targetingKey });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-lg">
        <DialogHeader>
          <DialogTitle>{t('title', { flag: flag?.name ?? flagKey })}</DialogTitle>
          <DialogDescription>{t('description', { subject: subject.targetingKey })}</DialogDescription>
          <EnvironmentBadge environment={environment} className="w-fit" />
        </DialogHeader>
        {flag ? (
          <MembershipForm flag={flag} onClose={onClose} onReview={setAsked} />
        ) : (
          <Skeleton className="h-40 w-full rounded-md" />
        )}
        {flag && (
          <MembershipReview
            {...place}
            flag={flag}
            asked={asked}
            onClose={() => setAsked(null)}
            onConfirm={async ({ variant, window, note }, comment) => {
              await add.mutateAsync({ flag: flag.key, variant, ...window, note: note || undefined, comment });
              onClose();
            }}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}

interface MembershipFormProps {
  flag: FlagView;
  onClose: () => void;
  onReview: (asked: AskedMembership) => void;
}

function MembershipForm({ flag, onClose, onReview }: MembershipFormProps) {
  const t = useTranslations('people.membership');
  const common = useTranslations('common');
  const now = useTickingNow();
  const [zone] = useOwnZone();
  const implied = flag.variants.find(({ value }) => value === true) ?? flag.variants[0];
  const [variant, setVariant] = useState(implied?.key ?? '');
  const [note, setNote] = useState('');
  const [draft, setDraft] = useState<WindowDraft>(() => {
    const today = dayOf(now, zone);
    return { start: 'now', startDate: today, end: '7', endDate: today, timezone: zone };
  });
  const window = draftWindow(draft, now);
  const problem = windowProblem(window, now);
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === null) onReview({ variant, window, note: note.trim() });
      }}
    >
      {flag.variants.length > 1 && (
        <ValueChoice
          label={t('variant')}
          variants={flag.variants.map(({ key, name }) => ({ key, name: name ?? null }))}
          value={variant}
          onChange={setVariant}
        />
      )}
      <WindowFields value={draft} onChange={setDraft} window={window} problem={problem && t(`problem.${problem}`)} />
      <NoteField label={t('note')} value={note} onChange={setNote} />
      <DialogFooter>
        <Button type="button" variant="outline" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button type="submit" disabled={problem !== null || variant === ''}>
          {t('review')}
        </Button>
      </DialogFooter>
    </form>
  );
}
