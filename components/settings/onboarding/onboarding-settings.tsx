'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { LeaveGuard } from '@/components/flag-page/leave-guard';
import { UnsavedBar } from '@/components/shared/unsaved-bar';
import { suggestAttributes } from '@/components/targeting/conditions/attribute-suggestions';
import { withDefinitions } from '@/components/targeting/conditions/with-definitions';
import { ConditionsProvider } from '@/components/targeting/conditions/conditions-context';
import { IssuesProvider } from '@/components/targeting/issues-context';
import { useAttributes } from '@/lib/client/use-attributes';
import type { OnboardingView } from '@/lib/services/onboarding/types';
import { checkOnboardingDraft } from './check-onboarding-draft';
import { MilestonesEditor } from './milestones-editor';
import { contentOf, countChanges, draftOf } from './onboarding-draft';
import { RolesEditor } from './roles-editor';
import { SaveOnboarding } from './save-onboarding';
import { StagesEditor } from './stages-editor';

export interface OnboardingSettingsProps {
  project: string;
  stored: OnboardingView;
  /** Some environment wants a comment with every change. */
  requiresComment: boolean;
}

/** Stages, milestones and subject roles of the project. Nothing is saved while editing. */
export function OnboardingSettings({ project, stored, requiresComment }: OnboardingSettingsProps) {
  const t = useTranslations('onboarding');
  const words = useTranslations('changes');
  const [base, setBase] = useState(stored);
  const [draft, setDraft] = useState(() => draftOf(stored));
  const [isReviewing, setIsReviewing] = useState(false);
  const before = useMemo(() => contentOf(draftOf(base)), [base]);
  const after = useMemo(() => contentOf(draft), [draft]);
  const count = countChanges(before, after);
  // What another person saved shows at once, unless something of one's own would be lost.
  if (stored.version > base.version && count === 0) {
    setBase(stored);
    setDraft(draftOf(stored));
  }
  const issues = useMemo(() => {
    const text = ({ group, code, message, params }: ReturnType<typeof checkOnboardingDraft>[number]): string =>
      words.has(`${group}.${code}`) ? words(`${group}.${code}`, params) : message;
    return new Map(checkOnboardingDraft(after).map((issue) => [issue.path, text(issue)]));
  }, [after, words]);
  const defined = useAttributes(project);
  const suggestions = useMemo(() => withDefinitions(suggestAttributes(before.milestones), defined), [before, defined]);
  const conditions = useMemo(
    () => ({ project, isReadOnly: false, hasNoSegments: true, suggestions }),
    [project, suggestions],
  );
  const restart = (from: OnboardingView) => {
    setBase(from);
    setDraft(draftOf(from));
  };
  return (
    <ConditionsProvider value={conditions}>
      <IssuesProvider value={issues}>
        <section className="grid gap-4">
          <p className="max-w-prose text-sm text-muted-foreground">{t('intro')}</p>
          <StagesEditor
            value={draft.stages}
            isReadOnly={false}
            onChange={(stages) => setDraft((now) => ({ ...now, stages }))}
          />
          <MilestonesEditor
            value={draft.milestones}
            stages={draft.stages}
            isReadOnly={false}
            onChange={(milestones) => setDraft((now) => ({ ...now, milestones }))}
          />
          <RolesEditor
            value={draft.roles}
            isReadOnly={false}
            onChange={(roles) => setDraft((now) => ({ ...now, roles }))}
          />
          <UnsavedBar
            count={count}
            disabled={issues.size > 0}
            onDiscard={() => restart(stored)}
            onReview={() => setIsReviewing(true)}
          >
            {issues.size > 0 ? t('invalid', { count: issues.size }) : stored.version > base.version && t('newer')}
          </UnsavedBar>
        </section>
        <LeaveGuard isActive={count > 0} home={`/p/${project}/settings/onboarding`} />
        <SaveOnboarding
          project={project}
          open={isReviewing}
          onOpenChange={setIsReviewing}
          version={base.version}
          before={before}
          after={after}
          requiresComment={requiresComment}
          onSaved={restart}
        />
      </IssuesProvider>
    </ConditionsProvider>
  );
}
