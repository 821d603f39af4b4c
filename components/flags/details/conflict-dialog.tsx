'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DiffView } from '@/components/shared/diff-view';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog';
import { type DetailsValues, detailsOf } from './details-values';
import type { Conflict } from './use-details-form';

export interface ConflictDialogProps {
  conflict: Conflict | null;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
  onClose: () => void;
}

/** Somebody else saved meanwhile: shows what, and offers to load it or to go on on top of it. */
export function ConflictDialog({ conflict, onTakeTheirs, onKeepMine, onClose }: ConflictDialogProps) {
  const t = useTranslations('flags.details.conflict');
  const [shown, setShown] = useState(conflict);
  if (conflict !== null && conflict !== shown) setShown(conflict);
  if (shown === null) return null;
  const [before, after]: DetailsValues[] = [detailsOf(shown.base), detailsOf(shown.theirs)];
  return (
    <Dialog open={conflict !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-2xl">
        <DialogHeader>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t('description')}</DialogDescription>
        </DialogHeader>
        <DiffView before={before} after={after} />
        <DialogFooter>
          <Button variant="outline" onClick={onTakeTheirs}>
            {t('takeTheirs')}
          </Button>
          <Button onClick={onKeepMine}>{t('keepMine')}</Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
