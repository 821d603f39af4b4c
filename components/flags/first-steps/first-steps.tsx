'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTickingNow } from '@/components/shared/now-provider';
import { Button } from '@/components/ui/button';
import { useAnalytics } from '@/lib/client/use-analytics';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { FlagListItem } from '@/lib/services/flags/types';
import type { OnSwitch } from '../environment-switch';
import type { FlagPlace } from '../flag-context';
import { ConnectStep } from './connect-step';
import { firstFlag, nextStep } from './first-steps-state';
import { StepItem } from './step-item';
import { TurnOnStep } from './turn-on-step';

export interface FirstStepsProps extends FlagPlace {
  flags: readonly FlagListItem[];
  baseUrl: string;
  onCreate: () => void;
  onSwitch: OnSwitch;
  onDismiss: () => void;
}

const POLL_MS = 2_000;
const DAY = 86_400_000;

/** Where to try things out: an environment one may change that is not protected, if there is one. */
function place({ environments, can }: FlagPlace): EnvironmentView | undefined {
  const editable = environments.filter(({ key }) => can.environments[key]?.edit);
  return editable.find((environment) => !environment.protected) ?? editable[0];
}

/** From an empty project to a flag that an application follows: a list that completes itself. */
export function FirstSteps(props: FirstStepsProps) {
  const { project, environments, can, flags, baseUrl, onCreate, onSwitch, onDismiss } = props;
  const t = useTranslations('flags.firstSteps');
  const now = useTickingNow();
  const [environment, setEnvironment] = useState(() => place(props));
  const flag = firstFlag(flags);
  const [isDone, setIsDone] = useState(false);
  const seen = useAnalytics(
    project,
    flag?.key ?? '',
    { firstSteps: environment?.key },
    () => ({
      environment: environment?.key ?? '',
      from: new Date(Math.floor(now / DAY - 7) * DAY).toISOString(),
      bucket: 'day',
    }),
    { enabled: flag !== null && environment !== undefined, refetchMs: isDone ? undefined : POLL_MS },
  );
  if (!environment) return null;
  const step = isDone ? 'done' : nextStep(flag, environment.key, seen.data);
  if (step === 'done' && !isDone) setIsDone(true);
  const lastSeenAt = seen.data?.lastSeenAt ?? null;
  return (
    <section aria-labelledby="first-steps" className="shrink-0 rounded-lg border bg-card">
      <header className="flex items-start justify-between gap-3 px-4 pt-3">
        <div>
          <h2 id="first-steps" className="text-sm leading-6 font-semibold">
            {t(isDone ? 'doneTitle' : 'title')}
          </h2>
          <p className="text-[13px] text-muted-foreground">{t(isDone ? 'doneDescription' : 'description')}</p>
        </div>
        <Button variant="ghost" size="icon-sm" aria-label={t('dismiss')} title={t('dismiss')} onClick={onDismiss}>
          <X />
        </Button>
      </header>
      <ol className="grid gap-1 p-4">
        <StepItem number={1} title={t('create.title')} state={flag ? 'done' : 'current'}>
          <p className="text-sm text-muted-foreground">{t('create.description')}</p>
          <Button className="w-fit" onClick={onCreate}>
            <Plus />
            {t('create.button')}
          </Button>
        </StepItem>
        <StepItem
          number={2}
          title={t('connect.title')}
          state={step === 'connect' ? 'current' : flag ? 'done' : 'ahead'}
        >
          {flag && (
            <ConnectStep
              key={environment.key}
              project={project}
              flag={flag}
              environment={environment}
              environments={environments.filter(({ key }) => can.environments[key]?.edit)}
              canMakeKeys={can.manageKeys}
              baseUrl={baseUrl}
              lastSeenAt={lastSeenAt}
              onEnvironment={setEnvironment}
            />
          )}
        </StepItem>
        <StepItem
          number={3}
          title={t('turnOn.title')}
          state={step === 'turnOn' ? 'current' : isDone ? 'done' : 'ahead'}
        >
          {flag && (
            <TurnOnStep
              flag={flag}
              environment={environment}
              lastSeenAt={lastSeenAt}
              onSwitch={(on) => onSwitch(flag, environment, on ? 'on' : 'off')}
            />
          )}
        </StepItem>
      </ol>
    </section>
  );
}
