'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Collapsible, CollapsibleContent, CollapsibleTrigger } from '@/components/ui/collapsible';
import { topicGroups, useTopicWords } from './use-topic-words';

interface TopicPickerProps {
  /** All there are. */
  topics: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Which events: whole groups by one box, or single ones inside. */
export function TopicPicker({ topics, chosen, onChange }: TopicPickerProps) {
  const t = useTranslations('webhooks');
  return (
    <div role="group" aria-label={t('events')} className="max-h-64 divide-y overflow-y-auto rounded-md border">
      {topicGroups(topics).map(([group, members]) => (
        <TopicGroup
          key={group}
          group={group}
          members={members}
          chosen={chosen}
          onChange={(next) => onChange(topics.filter((topic) => next.includes(topic)))}
        />
      ))}
    </div>
  );
}

interface TopicGroupProps extends Omit<TopicPickerProps, 'topics'> {
  group: string;
  members: readonly string[];
}

function TopicGroup({ group, members, chosen, onChange }: TopicGroupProps) {
  const t = useTranslations('webhooks');
  const wordsOf = useTopicWords();
  const id = useId();
  const inside = members.filter((topic) => chosen.includes(topic));
  const state = inside.length === 0 ? false : inside.length === members.length ? true : 'indeterminate';
  const name = t.has(`group.${group}`) ? t(`group.${group}`) : group;
  const without = (gone: readonly string[]): string[] => chosen.filter((topic) => !gone.includes(topic));
  return (
    <Collapsible>
      <div className="flex items-center gap-2.5 px-3 py-1.5">
        <Checkbox
          aria-label={name}
          checked={state}
          onCheckedChange={(isOn) => onChange(isOn === true ? [...without(members), ...members] : without(members))}
        />
        <CollapsibleTrigger className="group flex min-w-0 flex-1 items-center gap-2 rounded-sm py-0.5 text-left text-sm">
          <span className="min-w-0 flex-1 truncate">{name}</span>
          <span className="text-xs text-muted-foreground tabular-nums">
            {t('ofEvents', { chosen: inside.length, all: members.length })}
          </span>
          <ChevronRight
            aria-hidden="true"
            className="size-4 text-muted-foreground transition-transform group-data-[state=open]:rotate-90"
          />
        </CollapsibleTrigger>
      </div>
      <CollapsibleContent>
        <ul className="grid gap-1 px-3 pb-2 pl-9">
          {members.map((topic) => (
            <li key={topic} className="flex items-start gap-2.5">
              <Checkbox
                id={`${id}-${topic}`}
                className="mt-0.5"
                checked={chosen.includes(topic)}
                onCheckedChange={(isOn) => onChange(isOn === true ? [...chosen, topic] : without([topic]))}
              />
              <label htmlFor={`${id}-${topic}`} className="grid min-w-0 text-[13px]">
                <span>{wordsOf(topic)}</span>
                <code className="truncate font-mono text-xs text-muted-foreground">{topic}</code>
              </label>
            </li>
          ))}
        </ul>
      </CollapsibleContent>
    </Collapsible>
  );
}
