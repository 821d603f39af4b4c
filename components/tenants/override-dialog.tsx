'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { useTickingNow } from '@/components/shared/now-provider';
import { NoteField } from '@/components/shared/note-field';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog';
import type { OverrideWrite } from '@/lib/client/use-override';
import type { TenantFlagView } from '@/lib/services/overrides/types';
import { OverrideEnd, readEnd } from './override-end';
import type { TenantPlace } from './tenant-place';
import { ValueChoice } from './value-choice';

export interface OverrideDialogProps {
  place: TenantPlace;
  /** Null while it is closed. */
  flag: TenantFlagView | null;
  onClose: () => void;
  onSave: (write: OverrideWrite) => void;
}

function OverrideForm({ place, flag, onClose, onSave }: OverrideDialogProps & { flag: TenantFlagView }) {
  const t = useTranslations('tenants.dialog');
  const [variant, setVariant] = useState(flag.variant ?? flag.variants[0]?.key ?? '');
  const [end, setEnd] = useState({ isSet: flag.expiresAt !== null, at: flag.expiresAt });
  const [note, setNote] = useState(flag.note ?? '');
  const [wasAsked, setWasAsked] = useState(false);
  const problem = readEnd(end, useTickingNow());
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setWasAsked(true);
        if (problem !== null) return;
        onSave({ flag, value: { variant }, expiresAt: end.isSet ? end.at : null, note: note.trim() || null });
        onClose();
      }}
    >
      <ValueChoice label={t('value')} variants={flag.variants} value={variant} onChange={setVariant} />
      <OverrideEnd
        value={end}
        onChange={setEnd}
        hint={t('endHint', { tenant: place.tenant.name })}
        problem={wasAsked && problem ? t(problem) : null}
      />
      <NoteField label={t('note')} placeholder={t('noteHint')} value={note} onChange={setNote} />
      <DialogFooter>
        <Button type="submit" disabled={variant === ''}>
          {t('save')}
        </Button>
      </DialogFooter>
    </form>
  );
}

/** An override with its end and note. */
export function OverrideDialog(props: OverrideDialogProps) {
  const { place, flag, onClose } = props;
  const t = useTranslations('tenants.dialog');
  return (
    <Dialog open={flag !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-md">
        <DialogHeader>
          <DialogTitle>{t('title', { flag: flag?.name ?? '' })}</DialogTitle>
          <DialogDescription>
            {t('description', { tenant: place.tenant.name, environment: place.environment.name })}
          </DialogDescription>
          <EnvironmentBadge environment={place.environment} className="w-fit" />
        </DialogHeader>
        {flag && <OverrideForm key={flag.key} {...props} flag={flag} />}
      </DialogContent>
    </Dialog>
  );
}
