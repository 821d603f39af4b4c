'use client';

import { CalendarPlus } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { SecretOnce } from '@/components/settings/secret-once';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from '@/components/ui/dialog';
import { useCalendarLink } from '@/lib/client/use-calendar-link';

/** A link for calendar apps: made, shown once, and ended. */
export function FeedDialog({ project }: { project: string }) {
  const t = useTranslations('calendar.feed');
  const format = useFormatter();
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const { since, isKnown, share, unshare } = useCalendarLink(project, open);
  const made = share.data && `${share.data.url}&lang=${locale}`;
  const error = share.error ?? unshare.error;
  const close = (next: boolean): void => {
    setOpen(next);
    share.reset();
    unshare.reset();
  };
  return (
    <Dialog open={open} onOpenChange={close}>
      <DialogTrigger asChild>
        <Button variant="outline">
          <CalendarPlus />
          {t('open')}
        </Button>
      </DialogTrigger>
      <DialogContent className="max-w-lg" isHeld={made !== undefined}>
        <DialogHeader>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t('hint')}</DialogDescription>
        </DialogHeader>
        {error && (
          <p role="alert" className="text-[13px] text-destructive-text">
            {error.message}
          </p>
        )}
        {made !== undefined && <SecretOnce value={made} label={t('link')} hint={t('once')} />}
        {made === undefined && since !== null && (
          <p className="text-[13px] text-muted-foreground">
            {t('renewHint', { date: format.dateTime(new Date(since), { dateStyle: 'long', timeZone: 'UTC' }) })}
          </p>
        )}
        <DialogFooter>
          {made === undefined && since !== null && (
            <Button
              variant="outline"
              disabled={unshare.isPending}
              onClick={() => unshare.mutate(undefined, { onSuccess: () => toast.success(t('ended')) })}
            >
              {t('end')}
            </Button>
          )}
          {made === undefined ? (
            <Button disabled={!isKnown || share.isPending} onClick={() => share.mutate()}>
              {t(since === null ? 'make' : 'renew')}
            </Button>
          ) : (
            <Button onClick={() => close(false)}>{t('done')}</Button>
          )}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
