'use client';

import { History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { FlagSummary } from '@/components/flag-page/flag-page-types';
import { DateTimeInput } from '@/components/shared/date-time-input';
import { groupsOf, suggestAttributes } from '@/components/targeting/conditions/attribute-suggestions';
import { configurationOf } from '@/components/targeting/draft';
import { useOwnZone } from '@/components/targeting/serve/use-own-zone';
import { ContextEditor } from '@/components/targeting/try-it/context-editor';
import { Result } from '@/components/targeting/try-it/result';
import { useTried } from '@/components/targeting/try-it/use-tried';
import { useExplain } from '@/lib/client/use-explain';
import type { ConfigurationView } from '@/lib/services/configurations/types';

export interface LookBackProps {
  project: string;
  flag: FlagSummary;
  environment: string;
  stored: ConfigurationView;
  /** RFC 3339; null: nothing is asked yet. */
  at: string | null;
  onAtChange: (at: string | null) => void;
}

/** What a subject would have got at an instant of the past, with everything as it was then. */
export function LookBack({ project, flag, environment, stored, at, onAtChange }: LookBackProps) {
  const t = useTranslations('history.then');
  const tried = useTried(project);
  const suggestions = useMemo(() => suggestAttributes(groupsOf([configurationOf(stored)])), [stored]);
  const question = useMemo(
    () => (tried.isReady && at !== null ? { context: tried.context, at } : null),
    [tried.isReady, tried.context, at],
  );
  const answer = useExplain(project, flag.key, environment, question);
  return (
    <section
      aria-label={t('title')}
      className="min-w-0 rounded-lg border bg-card xl:sticky xl:top-4 xl:max-h-[calc(100dvh-5.5rem)] xl:overflow-y-auto"
    >
      <header className="flex items-center gap-2 border-b px-4 py-2.5">
        <History aria-hidden="true" className="size-4 text-muted-foreground" />
        <div>
          <h2 className="text-sm leading-5 font-semibold">{t('title')}</h2>
          <p className="text-xs text-muted-foreground">{t('means')}</p>
        </div>
      </header>
      {tried.isReady && (
        <div className="grid gap-3 p-4">
          <PastInstant at={at} onChange={onAtChange} />
          <ContextEditor value={tried.context} onChange={tried.setContext} suggestions={suggestions} />
        </div>
      )}
      {at === null ? (
        <p className="border-t px-4 py-6 text-center text-[13px] text-muted-foreground">{t('choose')}</p>
      ) : (
        <Result answer={answer.data} variants={flag.variants} error={answer.error} isStale={answer.isFetching} />
      )}
    </section>
  );
}

/** Rendered in the browser alone, which knows the reader's zone. */
function PastInstant({ at, onChange }: Pick<LookBackProps, 'at'> & { onChange: (at: string | null) => void }) {
  const t = useTranslations('history.then');
  const [zone, setZone] = useOwnZone();
  return (
    <div className="grid gap-1.5">
      <h3 className="text-[13px] font-medium">{t('instant')}</h3>
      <DateTimeInput
        value={at}
        timeZone={zone}
        onChange={onChange}
        onTimeZoneChange={setZone}
        aria-label={t('instant')}
      />
    </div>
  );
}
