'use client';

import { GitBranch, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type Control, useController } from 'react-hook-form';
import { FieldError } from '@/components/shared/field-error';
import { Button } from '@/components/ui/button';
import type { Draft } from './draft';
import { useIssue } from './issues-context';
import { PrerequisiteRow } from './prerequisite-row';
import { Section } from './section';
import { useTargeting } from './targeting-context';

/** Flags that must serve certain variants first. */
export function PrerequisitesSection({ control }: { control: Control<Draft> }) {
  const t = useTranslations('targeting.prerequisites');
  const { isReadOnly } = useTargeting();
  const { field } = useController({ control, name: 'prerequisites' });
  const issue = useIssue('prerequisites');
  const list = field.value;
  return (
    <Section
      icon={<GitBranch />}
      title={t('title')}
      description={t(list.length === 0 ? 'none' : 'means')}
      action={
        !isReadOnly && (
          <Button variant="ghost" size="sm" onClick={() => field.onChange([...list, { flag: '', variants: [] }])}>
            <Plus />
            {t('add')}
          </Button>
        )
      }
    >
      {list.length > 0 && (
        <>
          <ul className="grid gap-3">
            {list.map((prerequisite, index) => (
              <PrerequisiteRow
                // A prerequisite has no identity but its place: its flag may be chosen again.
                key={`prerequisite-${index.toString()}`}
                path={`prerequisites.${index}`}
                value={prerequisite}
                taken={list.map(({ flag }) => flag)}
                onChange={(next) => field.onChange(list.with(index, next))}
                onRemove={() => field.onChange(list.toSpliced(index, 1))}
              />
            ))}
          </ul>
          <FieldError className="mt-2">{issue}</FieldError>
        </>
      )}
    </Section>
  );
}
