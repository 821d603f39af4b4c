'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
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

export interface SaveViewDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  taken: readonly string[];
  onSave: (name: string) => void;
}

/** Asks for the name of a view. */
export function SaveViewDialog({ open, onOpenChange, taken, onSave }: SaveViewDialogProps) {
  const t = useTranslations('flags.views');
  const common = useTranslations('common');
  const [name, setName] = useState('');
  const id = useId();
  const chosen = name.trim();
  const isTaken = taken.includes(chosen);
  const change = (isOpen: boolean): void => {
    if (isOpen) setName('');
    onOpenChange(isOpen);
  };
  return (
    <Dialog open={open} onOpenChange={change}>
      <DialogContent className="max-w-sm">
        <form
          className="contents"
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen === '') return;
            onSave(chosen);
            setName('');
            onOpenChange(false);
          }}
        >
          <DialogHeader>
            <DialogTitle>{t('saveTitle')}</DialogTitle>
            <DialogDescription>{t('saveDescription')}</DialogDescription>
          </DialogHeader>
          <div className="grid gap-1.5">
            <Label htmlFor={id}>{t('name')}</Label>
            <Input
              id={id}
              value={name}
              maxLength={60}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
            {isTaken && <p className="text-xs text-muted-foreground">{t('replaces')}</p>}
          </div>
          <DialogFooter>
            <Button variant="outline" onClick={() => change(false)}>
              {common('cancel')}
            </Button>
            <Button type="submit" disabled={chosen === ''}>
              {common('save')}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
