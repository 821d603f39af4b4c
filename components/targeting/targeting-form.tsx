'use client';

import { Eye } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import type { FlagEnvironment, FlagSummary } from '@/components/flag-page/flag-page-types';
import { useAttributes } from '@/lib/client/use-attributes';
import { useExplain } from '@/lib/client/use-explain';
import type { RuleTrace } from '@/lib/engine/trace';
import type { KeyKind } from '@/lib/engine/types';
import type { ConfigurationView } from '@/lib/services/configurations/types';
import { CompareDialog } from './compare-dialog';
import { groupsOf, suggestAttributes } from './conditions/attribute-suggestions';
import { withDefinitions } from './conditions/with-definitions';
import { DefaultSection } from './default-section';
import { configurationOf } from './draft';
import { IssuesProvider } from './issues-context';
import { MembershipsSection } from './memberships-section';
import { OverridesSection } from './overrides-section';
import { PrerequisitesSection } from './prerequisites-section';
import { revealRule } from './rule-anchor';
import { ProposeNote } from './propose-note';
import { RereadAtEdges } from './reread-at-edges';
import { RulesSection } from './rules-section';
import { SaveBar } from './save-bar';
import { SchedulesSection } from './schedules-section';
import { StateSection } from './state-section';
import { TargetingProvider } from './targeting-context';
import { TargetsSection } from './targets-section';
import { TryItPanel } from './try-it/try-it-panel';
import { useTried } from './try-it/use-tried';
import { useTargetingForm } from './use-targeting-form';
import { WhoGetsItDialog } from './who-gets-it/who-gets-it-dialog';

export interface TargetingFormProps {
  project: string;
  flag: FlagSummary;
  environment: FlagEnvironment;
  environments: readonly FlagEnvironment[];
  /** What the server has now. */
  stored: ConfigurationView;
}

/** The configuration of one environment from top to bottom in the order of evaluation; Try it beside it. */
export function TargetingForm({ project, flag, environment, environments, stored }: TargetingFormProps) {
  const t = useTranslations('targeting');
  const current = useMemo(() => configurationOf(stored), [stored]);
  const state = useTargetingForm({ definition: flag, environment: environment.key, stored: current });
  const { form, draft, complete, instructions, issues } = state;
  const editor = useRef<HTMLOListElement>(null);
  const isProposing = !environment.can.edit && environment.can.request;
  const isReadOnly = !environment.can.edit && !isProposing;
  const defined = useAttributes(project);
  const suggestions = useMemo(
    () => withDefinitions(suggestAttributes(groupsOf([current, draft])), defined),
    [current, draft, defined],
  );

  const tried = useTried(project);
  const [audience, setAudience] = useState<KeyKind>('server');
  const isDirty = instructions.length > 0;
  const isBlocked = issues.size > 0;
  const question = useMemo(
    () =>
      tried.isReady && !isBlocked ? { context: tried.context, audience, ...(isDirty && { draft: complete }) } : null,
    [tried.isReady, tried.context, isBlocked, audience, isDirty, complete],
  );
  const answer = useExplain(project, flag.key, environment.key, question);
  const traces = useMemo(() => {
    const rules = answer.data?.trace.filter((step): step is RuleTrace => step.step === 'rule') ?? [];
    return new Map(rules.map((rule) => [rule.ruleId, rule]));
  }, [answer.data]);
  const targeting = useMemo(
    () => ({ project, flag, environment, isReadOnly, suggestions, traces }),
    [project, flag, environment, isReadOnly, suggestions, traces],
  );
  return (
    <TargetingProvider value={targeting}>
      <IssuesProvider value={issues}>
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="grid min-w-0 gap-3">
            <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
              {isReadOnly ? (
                <p className="flex items-center gap-2 text-[13px] text-muted-foreground">
                  <Eye aria-hidden="true" className="size-4 shrink-0" />
                  {t('readOnly', { environment: environment.name })}
                </p>
              ) : (
                <p className="text-[13px] text-muted-foreground">{t('order')}</p>
              )}
              <div className="flex flex-wrap gap-2">
                {environment.can.edit && <WhoGetsItDialog state={state} />}
                <CompareDialog environments={environments} hasDraft={isDirty} />
              </div>
            </div>
            {isProposing && <ProposeNote environment={environment} />}
            <SchedulesSection />
            <ol ref={editor} aria-label={t('order')} className="min-w-0">
              <StateSection control={form.control} />
              <OverridesSection />
              <PrerequisitesSection control={form.control} />
              <TargetsSection control={form.control} />
              <MembershipsSection />
              <RulesSection control={form.control} />
              <DefaultSection control={form.control} />
            </ol>
            {question && <RereadAtEdges rules={complete.rules} reread={() => void answer.refetch()} />}
            <SaveBar state={state} stored={current} editor={editor} />
          </div>
          <div className="min-w-0 xl:sticky xl:top-4 xl:max-h-[calc(100dvh-5.5rem)] xl:overflow-y-auto">
            <TryItPanel
              tried={tried}
              audience={audience}
              onAudienceChange={setAudience}
              suggestions={suggestions}
              variants={flag.variants}
              answer={answer.data}
              error={answer.error}
              isBlocked={isBlocked}
              isStale={answer.isFetching}
              hasDraft={isDirty}
              onReveal={revealRule}
            />
          </div>
        </div>
      </IssuesProvider>
    </TargetingProvider>
  );
}
