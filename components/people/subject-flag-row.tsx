'use client';

import { ChevronRight, Ellipsis } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { TraceView } from '@/components/targeting/try-it/trace-view';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import { Skeleton } from '@/components/ui/skeleton';
import { useFlagView } from '@/lib/client/use-flag-search';
import type { SubjectFlagView } from '@/lib/services/subjects/types';
import { useDay } from './day';
import { isGiven } from './is-given';
import type { SubjectPlace } from './subject-page-types';
import { unlockedBy } from './unlocked-by';

export interface SubjectFlagRowProps extends SubjectPlace {
  flag: SubjectFlagView;
  onPin: () => void;
  onAddMembership: () => void;
  onOverride: () => void;
}

const LONGEST = 60;

/** A flag's value and its reason in a line; opened, every step of the evaluation. */
export function SubjectFlagRow({ flag, onPin, onAddMembership, onOverride, ...place }: SubjectFlagRowProps) {
  const { project, environment, subject } = place;
  const t = useTranslations('people.flags');
  const explain = useTranslations('explain');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const unlocked = useUnlockedText(flag, place);
  const reason = flag.errorCode
    ? explain(`error.${flag.errorCode}`)
    : flag.cause
      ? explain(`cause.${flag.cause}`)
      : explain(`reason.${flag.reason}`);
  const canPin = environment.can.edit;
  const canAdd = environment.can.editMemberships;
  const canOverride = environment.can.editOverrides && subject.tenant !== null;
  return (
    <li aria-label={flag.name}>
      <div className="flex items-center gap-1 pr-2">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
          className="focus-inset grid min-w-0 flex-1 items-center gap-x-3 gap-y-0.5 rounded-sm py-2 pr-2 pl-3 text-left hover:bg-accent/50 sm:grid-cols-[1rem_minmax(0,1fr)_minmax(0,1fr)]"
        >
          <ChevronRight
            aria-hidden="true"
            className={cn('size-4 text-muted-foreground transition-transform max-sm:hidden', isOpen && 'rotate-90')}
          />
          <span className="grid min-w-0">
            <span className="truncate text-sm leading-[18px] font-medium">{flag.name}</span>
            <span className="truncate font-mono text-xs text-muted-foreground">{flag.key}</span>
          </span>
          <span className="grid min-w-0">
            <FlagValue flag={flag} />
            <span className={cn('truncate text-[13px]', unlocked ? 'text-success' : 'text-muted-foreground')}>
              {unlocked ?? reason}
            </span>
          </span>
        </button>
        {(canPin || canAdd || canOverride) && (
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <Button variant="ghost" size="icon" aria-label={t('menu', { flag: flag.name })}>
                <Ellipsis />
              </Button>
            </DropdownMenuTrigger>
            <DropdownMenuContent align="end">
              {canPin && <DropdownMenuItem onSelect={onPin}>{t('pin')}</DropdownMenuItem>}
              {canAdd && <DropdownMenuItem onSelect={onAddMembership}>{t('addMembership')}</DropdownMenuItem>}
              {canOverride && (
                <DropdownMenuItem onSelect={onOverride}>
                  {t('override', { tenant: subject.tenant ?? '' })}
                </DropdownMenuItem>
              )}
            </DropdownMenuContent>
          </DropdownMenu>
        )}
      </div>
      {isOpen && (
        <div id={id} className="border-t bg-muted/30 pt-2">
          <Steps project={project} flag={flag} />
          <p className="px-4 pb-3">
            <Link
              href={`/p/${project}/flags/${encodeURIComponent(flag.key)}/targeting?env=${encodeURIComponent(environment.key)}`}
              className="rounded-sm text-[13px] text-link underline-offset-2 hover:underline"
            >
              {t('toTargeting')}
            </Link>
          </p>
        </div>
      )}
    </li>
  );
}

/** "Unlocked by milestone Power user on 3 May": where onboarding let the deciding rule match. */
function useUnlockedText(flag: SubjectFlagView, { subject, onboarding }: SubjectPlace): string | null {
  const t = useTranslations('people.flags');
  const day = useDay();
  const unlocked = unlockedBy(flag.trace, subject, onboarding.stages);
  if (unlocked === null) return null;
  const on = day(unlocked.at);
  if (unlocked.milestone === null) {
    const stage = onboarding.stages.find(({ key }) => key === unlocked.stage)?.name ?? unlocked.stage;
    return t('unlockedByStage', { stage, on });
  }
  const known = onboarding.milestones.find(({ key }) => key === unlocked.milestone);
  return t('unlocked', { milestone: known?.name ?? unlocked.milestone, on });
}

function FlagValue({ flag }: { flag: SubjectFlagView }) {
  const explain = useTranslations('explain');
  const text = flag.value === undefined ? null : JSON.stringify(flag.value);
  return (
    <span className="flex min-w-0 items-center gap-2 text-sm">
      <span
        aria-hidden="true"
        className={cn(
          'size-2 shrink-0 rounded-full border',
          isGiven(flag) ? 'border-success bg-success' : 'border-control',
        )}
      />
      <span className="max-w-[60%] shrink-0 truncate font-medium">{flag.variant ?? explain('callerDefault')}</span>
      {text !== null && (
        <code className="min-w-0 truncate rounded-sm bg-muted px-1 font-mono text-xs" title={text}>
          {text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text}
        </code>
      )}
    </span>
  );
}

/** The steps, with variants in the colours they have everywhere. */
function Steps({ project, flag }: { project: string; flag: SubjectFlagView }) {
  const { data, isPending } = useFlagView(project, flag.key);
  if (isPending) return <Skeleton className="mx-4 mb-3 h-16 rounded-md" />;
  return <TraceView trace={flag.trace} variants={data?.variants ?? []} />;
}
