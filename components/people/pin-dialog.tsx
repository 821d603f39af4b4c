'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { toast } from 'sonner';
import { configurationOf } from '@/components/targeting/draft';
import { ReviewDialog } from '@/components/targeting/review-dialog';
import { TargetingProvider } from '@/components/targeting/targeting-context';
import { VariantSelect } from '@/components/targeting/variant-select';
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
import { applyInstructions } from '@/lib/changes/apply';
import type { Instruction } from '@/lib/changes/types';
import { queryKeys } from '@/lib/client/query-keys';
import { refusalOf, wasSent } from '@/lib/client/use-action';
import { useAnnounce } from '@/lib/client/use-announce';
import { useConfiguration } from '@/lib/client/use-configuration';
import { useFlagView } from '@/lib/client/use-flag-search';
import { useSaveChange } from '@/lib/client/use-save-change';
import type { Configuration } from '@/lib/engine/types';
import type { FlagView } from '@/lib/services/flags/types';
import type { SubjectPlace } from './subject-page-types';

export interface PinDialogProps extends SubjectPlace {
  flagKey: string;
  onClose: () => void;
}

/** Pins the subject to a variant of a flag: an individual target, reviewed and saved like any other change. */
export function PinDialog({ flagKey, onClose, ...place }: PinDialogProps) {
  const { project, environment, subject } = place;
  const t = useTranslations('people.pin');
  const { data: flag } = useFlagView(project, flagKey);
  const { data: stored } = useConfiguration(project, flagKey, environment.key);
  const targeting = useMemo(
    () => flag && { project, flag, environment, isReadOnly: false, suggestions: [], traces: new Map() },
    [project, flag, environment],
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-w-md">
        <DialogHeader>
          <DialogTitle>{t('title', { flag: flag?.name ?? flagKey })}</DialogTitle>
          <DialogDescription>{t('description', { subject: subject.targetingKey })}</DialogDescription>
        </DialogHeader>
        {flag && stored && targeting ? (
          <TargetingProvider value={targeting}>
            <Pin {...place} flag={flag} base={configurationOf(stored)} onClose={onClose} />
          </TargetingProvider>
        ) : (
          <Skeleton className="h-24 w-full rounded-md" />
        )}
      </DialogContent>
    </Dialog>
  );
}

interface PinProps extends SubjectPlace {
  flag: FlagView;
  base: Configuration;
  onClose: () => void;
}

function Pin({ project, environment, subject, flag, base, onClose }: PinProps) {
  const t = useTranslations('people.pin');
  const common = useTranslations('common');
  const client = useQueryClient();
  const key = subject.targetingKey;
  const pinned = base.targets.find(({ subjects }) => subjects.includes(key))?.variant ?? null;
  const [variant, setVariant] = useState(() => pinned ?? flag.variants[0]?.key ?? '');
  const [isReviewing, setReviewing] = useState(false);
  const instructions = useMemo<Instruction[]>(() => [{ kind: 'addTargets', variant, subjects: [key] }], [variant, key]);
  const next = useMemo(
    () => applyInstructions({ definition: flag, configuration: base }, instructions),
    [flag, base, instructions],
  );
  const where = { project, flag: flag.key, environment: environment.key };
  const save = useSaveChange(where);
  const announce = useAnnounce(where);
  const submit = async (comment: string, bypass: boolean): Promise<boolean> => {
    try {
      const asked = {
        version: base.version,
        instructions,
        ...(comment !== '' && { comment }),
        ...(bypass && { bypass }),
      };
      const view = await save.mutateAsync(asked);
      announce(view, t('done', { subject: key, variant }));
      await client.invalidateQueries({ queryKey: queryKeys.subjects(project, environment.key) });
      onClose();
      return true;
    } catch (error) {
      if (wasSent(error)) {
        onClose();
        return true;
      }
      const refusal = refusalOf(error);
      const description = refusal?.issues?.map(({ message }) => message).join(' ');
      toast.error(refusal?.message ?? t('failed'), { description });
      // Somebody else was first: the next review begins with what they saved.
      if (refusal?.code === 'version_conflict') {
        await client.invalidateQueries({ queryKey: queryKeys.flag(project, flag.key) });
      }
      throw error;
    }
  };
  return (
    <>
      <VariantSelect label={t('variant')} value={variant} onChange={(chosen) => chosen && setVariant(chosen)} />
      <p className="text-[13px] text-muted-foreground">
        {pinned === null ? t(base.state === 'on' ? 'hint' : 'hintNotOn') : t('pinned', { variant: pinned })}
      </p>
      <DialogFooter>
        <Button variant="outline" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button disabled={variant === pinned} onClick={() => setReviewing(true)}>
          {t('review')}
        </Button>
      </DialogFooter>
      <ReviewDialog
        open={isReviewing}
        onOpenChange={setReviewing}
        base={base}
        next={next}
        instructions={instructions}
        onSave={submit}
        onKept={onClose}
      />
    </>
  );
}
