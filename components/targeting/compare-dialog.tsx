'use client';

import { ArrowRight, GitCompareArrows } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDrafts } from '@/components/flag-page/drafts';
import type { FlagEnvironment } from '@/components/flag-page/flag-page-types';
import { WithReason } from '@/components/flag-page/with-reason';
import { DiffView } from '@/components/shared/diff-view';
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
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { applyInstructions } from '@/lib/changes/apply';
import { useComparison } from '@/lib/client/use-comparison';
import { useConfiguration } from '@/lib/client/use-configuration';
import { configurationOf, draftOf } from './draft';
import { SentenceList } from './sentence-list';
import { useTargeting } from './targeting-context';

export interface CompareDialogProps {
  environments: readonly FlagEnvironment[];
  /** There is something unsaved, which is not compared. */
  hasDraft: boolean;
}

/** This environment beside another, and a way to bring the other to the same. */
export function CompareDialog({ environments, hasDraft }: CompareDialogProps) {
  const t = useTranslations('targeting.compare');
  const { environment } = useTargeting();
  const [open, setOpen] = useState(false);
  const others = environments.filter(({ key }) => key !== environment.key);
  const [chosen, setChosen] = useState<string | null>(null);
  const other = others.find(({ key }) => key === chosen) ?? others[0];
  if (!other) return null;
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="outline" size="sm">
          <GitCompareArrows />
          {t('open')}
        </Button>
      </DialogTrigger>
      <DialogContent className="max-w-4xl">
        <DialogHeader>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t(hasDraft ? 'descriptionSaved' : 'description')}</DialogDescription>
        </DialogHeader>
        <div className="flex flex-wrap items-center gap-2">
          <EnvironmentBadge environment={environment} className="h-8 px-2.5 text-sm" />
          <ArrowRight aria-hidden="true" className="size-4 text-muted-foreground" />
          <Select value={other.key} onValueChange={setChosen}>
            <SelectTrigger aria-label={t('with')} className="w-56">
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {others.map((each) => (
                <SelectItem key={each.key} value={each.key}>
                  <EnvironmentBadge environment={each} variant="plain" />
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        </div>
        {open && <Comparison other={other} onCopied={() => setOpen(false)} />}
      </DialogContent>
    </Dialog>
  );
}

function Comparison({ other, onCopied }: { other: FlagEnvironment; onCopied: () => void }) {
  const t = useTranslations('targeting.compare');
  const { project, flag, environment } = useTargeting();
  const drafts = useDrafts();
  const router = useRouter();
  const mine = useConfiguration(project, flag.key, environment.key);
  const theirs = useConfiguration(project, flag.key, other.key);
  const comparison = useComparison(project, flag.key, environment.key, other.key);
  const failure = mine.error ?? theirs.error ?? comparison.error;
  if (failure) return <p className="text-sm text-destructive-text">{t('failed')}</p>;
  if (!mine.data || !theirs.data || !comparison.data) return <Skeleton className="h-48 w-full rounded-md" />;
  const { messages, instructions } = comparison.data;
  const target = configurationOf(theirs.data);
  const hasUnsaved = drafts.unsaved.includes(other.key);
  const reason =
    !other.can.edit && !other.can.request
      ? t('forbidden', { environment: other.name })
      : hasUnsaved
        ? t('unsaved', { environment: other.name })
        : null;
  const copy = () => {
    const next = applyInstructions({ definition: flag, configuration: target }, instructions);
    drafts.keep(other.key, { base: target, draft: draftOf(flag, next) });
    onCopied();
    router.push(`/p/${project}/flags/${flag.key}/targeting?env=${encodeURIComponent(other.key)}`);
  };
  return messages.length === 0 ? (
    <p className="rounded-md border bg-muted/50 px-3 py-6 text-center text-sm text-muted-foreground">
      {t('same', { environment: other.name })}
    </p>
  ) : (
    <div className="grid min-w-0 gap-4">
      <section className="grid gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 className="text-[13px] font-semibold">{t('needed', { environment: other.name })}</h3>
          <WithReason reason={reason}>
            <Button size="sm" disabled={reason !== null} onClick={copy}>
              {t('copyTo', { environment: other.name })}
            </Button>
          </WithReason>
        </div>
        <SentenceList sentences={messages} className="max-h-48 overflow-y-auto" />
      </section>
      <DiffView
        before={draftOf(flag, target)}
        after={draftOf(flag, configurationOf(mine.data))}
        defaultLayout="split"
      />
    </div>
  );
}
