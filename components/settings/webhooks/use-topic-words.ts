'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { actionMessage, AUDIT_ACTIONS } from '@/components/audit/audit-actions';

/** What the clock tells of, which is in no list of what people did. */
const OF_THE_CLOCK = [
  'membership.started',
  'membership.ended',
  'schedule.applied',
  'schedule.unchanged',
  'schedule.skipped',
  'schedule.failed',
  'schedule.review',
  'webhook.test',
] as const;

/** What events are called: the audit’s words for what was done, and some of their own. */
export function useTopicWords(): (topic: string) => string {
  const t = useTranslations('webhooks.topic');
  const audit = useTranslations('audit.action');
  return useCallback(
    (topic) => {
      const ofClock = OF_THE_CLOCK.find((each) => each === topic);
      if (ofClock) return t(messageOf(ofClock));
      const audited = AUDIT_ACTIONS.project.find((each) => each === topic);
      return audited ? audit(messageOf(audited)) : topic;
    },
    [t, audit],
  );
}

const messageOf = <T extends string>(topic: T) => actionMessage(topic);

/** Topics by what they are about, in the order of the catalogue. */
export function topicGroups(topics: readonly string[]): [group: string, topics: string[]][] {
  const groups = new Map<string, string[]>();
  for (const topic of topics) {
    const group = topic.split('.')[0] ?? '';
    groups.set(group, [...(groups.get(group) ?? []), topic]);
  }
  return [...groups];
}
