'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { LeaveGuard } from '@/components/flag-page/leave-guard';
import { UnsavedBar } from '@/components/shared/unsaved-bar';
import { suggestAttributes } from '@/components/targeting/conditions/attribute-suggestions';
import { withDefinitions } from '@/components/targeting/conditions/with-definitions';
import { ConditionsProvider } from '@/components/targeting/conditions/conditions-context';
import { GroupEditor } from '@/components/targeting/conditions/group-editor';
import { IssuesProvider } from '@/components/targeting/issues-context';
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card';
import { describeGroup } from '@/lib/changes/describe-condition';
import { same } from '@/lib/changes/same';
import { useAttributes } from '@/lib/client/use-attributes';
import { useSentences } from '@/lib/client/use-sentences';
import type { ConditionGroup } from '@/lib/engine/types';
import { checkContent } from './check-content';
import { ReviewContent } from './review-content';
import type { SegmentPlace } from './segment-types';

const isEmpty = ({ conditions }: ConditionGroup): boolean => conditions.length === 0;

/** The rules by which subjects belong to the segment here. Nothing is saved while editing. */
export function RulesEditor({ project, segment, environment }: SegmentPlace) {
  const t = useTranslations('segments.rules');
  const words = useTranslations('changes');
  const word = useSentences();
  const [base, setBase] = useState(segment.content);
  const [draft, setDraft] = useState<ConditionGroup>(segment.content);
  const [isReviewing, setIsReviewing] = useState(false);
  // What another tab or person saved shows at once, unless something of one's own would be lost.
  if (segment.content.version > base.version && same(group(draft), group(base))) {
    setBase(segment.content);
    setDraft(segment.content);
  }
  const isReadOnly = !environment.can.editSegments;
  const defined = useAttributes(project);
  const suggestions = useMemo(
    () => withDefinitions(suggestAttributes([segment.content]), defined),
    [segment.content, defined],
  );
  const conditions = useMemo(() => ({ project, isReadOnly, suggestions }), [project, isReadOnly, suggestions]);
  const issues = useMemo(() => {
    const found = checkContent(group(draft));
    const text = ({ group: part, code, message, params }: (typeof found)[number]): string =>
      words.has(`${part}.${code}`) ? words(`${part}.${code}`, params) : message;
    return new Map(found.map((issue) => [issue.path === '' ? '.conditions' : `.${issue.path}`, text(issue)]));
  }, [draft, words]);
  const isDirty = !same(group(draft), group(base));
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t('title')}</CardTitle>
        <CardDescription>{isEmpty(draft) ? t('empty') : word(describeGroup(draft))}</CardDescription>
      </CardHeader>
      <CardContent className="grid gap-4">
        {isReadOnly && <p className="text-[13px] text-muted-foreground">{t('readOnly', { name: environment.name })}</p>}
        <ConditionsProvider value={conditions}>
          <IssuesProvider value={issues}>
            <GroupEditor path="" place="" depth={0} value={draft} onChange={setDraft} emptyText={t('noConditions')} />
          </IssuesProvider>
        </ConditionsProvider>
        <UnsavedBar
          count={isDirty ? 1 : 0}
          disabled={issues.size > 0}
          onDiscard={() => setDraft(base)}
          onReview={() => setIsReviewing(true)}
        >
          {issues.size > 0 && t('invalid', { count: issues.size })}
        </UnsavedBar>
        <LeaveGuard isActive={isDirty} home={`/p/${project}/segments/${encodeURIComponent(segment.key)}`} />
        <ReviewContent
          project={project}
          segment={segment}
          environment={environment}
          open={isReviewing}
          onOpenChange={setIsReviewing}
          base={base}
          next={group(draft)}
          onSaved={(stored) => {
            setBase(stored.content);
            setDraft(stored.content);
          }}
          onTakeTheirs={(stored, keepMine) => {
            setBase(stored.content);
            if (!keepMine) setDraft(stored.content);
          }}
        />
      </CardContent>
    </Card>
  );
}

const group = ({ operator, conditions }: ConditionGroup): ConditionGroup => ({ operator, conditions });
