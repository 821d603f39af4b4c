'use client';

import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from '@/components/ui/dialog';
import { useTargeting } from '../targeting-context';
import type { useTargetingForm } from '../use-targeting-form';
import { WhoGetsIt } from './who-gets-it';

/** The shortcut to rules, targets and overrides for whoever thinks of people rather than of conditions. */
export function WhoGetsItDialog({ state }: { state: ReturnType<typeof useTargetingForm> }) {
  const t = useTranslations('people.whoGetsIt');
  const { environment } = useTargeting();
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="outline" size="sm" disabled={state.issues.size > 0}>
          <Users />
          {t('open')}
        </Button>
      </DialogTrigger>
      <DialogContent className="max-w-xl">
        <DialogHeader>
          <DialogTitle className="flex flex-wrap items-center gap-2">
            {t('title')}
            <EnvironmentBadge environment={environment} />
          </DialogTitle>
          <DialogDescription>{t('description')}</DialogDescription>
        </DialogHeader>
        {open && <WhoGetsIt state={state} onClose={() => setOpen(false)} />}
      </DialogContent>
    </Dialog>
  );
}
