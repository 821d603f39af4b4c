'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PageBody } from '@/components/frame/page-body';
import { LeaveGuard } from '@/components/flag-page/leave-guard';
import { PageHeader } from '@/components/shared/page-header';
import { IssuesProvider } from '@/components/targeting/issues-context';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import type { PlanTemplate, PlanView } from '@/lib/services/plans/types';
import { PlanPath } from '../plan-path';
import { BuilderProvider } from './builder-context';
import { BuilderButtons } from './builder-buttons';
import type { Builder } from './builder-context';
import { GuardrailsEditor } from './gates-editor';
import { JsonView } from './json-view';
import { PlanBasics } from './plan-basics';
import { draftOf, type PlanDraft } from './plan-draft';
import { PreviewPanel } from './preview-panel';
import { RolesFields } from './roles-fields';
import { StepsEditor } from './steps-editor';
import { StrategyChoice } from './strategy-choice';
import { TemplateChoice } from './template-choice';
import { usePlanBuilder } from './use-plan-builder';

export interface PlanBuilderProps extends Builder {
  templates: readonly PlanTemplate[];
  initial: PlanDraft;
  /** The plan that is edited; a new one without. */
  plan?: Pick<PlanView, 'id' | 'name' | 'version' | 'status'>;
}

const VIEWS = ['form', 'json'] as const;

/** Where plans are made: what, where, by which steps, and what that would do. */
export function PlanBuilder({ templates, initial, plan, ...builder }: PlanBuilderProps) {
  const t = useTranslations('plans');
  const state = usePlanBuilder(builder.project, initial);
  const { draft, change, issues, preview, isComplete, isDirty } = state;
  const [view, setView] = useState<(typeof VIEWS)[number]>('form');
  const [isJsonValid, setJsonValid] = useState(true);
  const [isLeaving, setLeaving] = useState(false);
  const title = plan ? t('builder.editTitle', { name: plan.name }) : t('builder.title');
  const showView = (next: string): void => {
    const shown = VIEWS.find((each) => each === next);
    // Text that is no strategy would be lost.
    if (shown && isJsonValid) setView(shown);
  };
  return (
    <BuilderProvider value={builder}>
      <IssuesProvider value={issues}>
        <PageBody className="max-w-7xl">
          <PageHeader
            breadcrumb={<PlanPath project={builder.project} name={plan?.name ?? t('create')} />}
            title={title}
            description={t('builder.description')}
          />
          <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
            <div className="grid min-w-0 gap-4">
              <Card>
                <CardContent className="grid gap-5 pt-4">
                  <PlanBasics draft={draft} onChange={change} isStored={plan !== undefined} />
                </CardContent>
              </Card>
              <Card>
                <CardHeader>
                  <CardTitle className="flex flex-wrap items-center justify-between gap-2">
                    {t('builder.strategy')}
                    <span className="flex flex-wrap items-center gap-2">
                      {view === 'form' && (
                        <TemplateChoice
                          templates={templates}
                          onChoose={({ strategy }) => change(draftOf(strategy, () => crypto.randomUUID()))}
                        />
                      )}
                      <ToggleGroup
                        type="single"
                        value={view}
                        aria-label={t('builder.view.label')}
                        disabled={!isJsonValid}
                        onValueChange={showView}
                        className="h-7"
                      >
                        {VIEWS.map((each) => (
                          <ToggleGroupItem key={each} value={each}>
                            {t(`builder.view.${each}`)}
                          </ToggleGroupItem>
                        ))}
                      </ToggleGroup>
                    </span>
                  </CardTitle>
                </CardHeader>
                <CardContent className="grid gap-5">
                  {view === 'json' ? (
                    <JsonView
                      draft={draft}
                      onChange={(strategy) => change(draftOf(strategy, () => crypto.randomUUID()))}
                      onValid={setJsonValid}
                    />
                  ) : (
                    <>
                      <StrategyChoice value={draft.kind} onChange={(kind) => change({ kind })} />
                      {draft.kind === 'role-based' ? (
                        <RolesFields draft={draft} onChange={change} />
                      ) : (
                        <StepsEditor draft={draft} onChange={(steps) => change({ steps })} />
                      )}
                    </>
                  )}
                </CardContent>
              </Card>
              {view === 'form' && (
                <Card>
                  <CardHeader>
                    <CardTitle>{t('builder.guardrails')}</CardTitle>
                    <p className="text-[13px] text-muted-foreground">{t('builder.guardrailsMean')}</p>
                  </CardHeader>
                  <CardContent>
                    <GuardrailsEditor
                      path="guardrails"
                      environment={draft.environment || (draft.steps[0]?.environment ?? '')}
                      value={draft.guardrails}
                      onChange={(guardrails) => change({ guardrails })}
                    />
                  </CardContent>
                </Card>
              )}
            </div>
            <div className="grid min-w-0 gap-4 lg:sticky lg:top-4">
              <PreviewPanel place={builder} preview={preview} isComplete={isComplete && isJsonValid} />
              <BuilderButtons
                state={state}
                place={builder}
                plan={plan}
                isBlocked={!isJsonValid}
                onLeave={() => setLeaving(true)}
              />
            </div>
          </div>
          <LeaveGuard isActive={isDirty && !isLeaving} home={`/p/${builder.project}/plans/new`} />
        </PageBody>
      </IssuesProvider>
    </BuilderProvider>
  );
}
