'use client';

import { useTranslations } from 'next-intl';
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { CreateFlagForm } from './create-flag-form';
import type { FlagPlace } from './flag-context';

export interface CreateFlagDialogProps extends FlagPlace {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** `?env=…` of the page, passed on to the new flag's. */
  query: string;
}

export function CreateFlagDialog({ open, onOpenChange, ...rest }: CreateFlagDialogProps) {
  const t = useTranslations('flags.create');
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent className="max-w-2xl">
        <DialogHeader>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t('description')}</DialogDescription>
        </DialogHeader>
        <CreateFlagForm {...rest} onCancel={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}
