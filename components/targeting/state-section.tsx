'use client';

import { OctagonX, Power } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type Control, useController } from 'react-hook-form';
import { FieldError } from '@/components/shared/field-error';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import type { Draft } from './draft';
import { useIssue } from './issues-context';
import { Section } from './section';
import { useTargeting } from './targeting-context';

export interface StateSectionProps {
  control: Control<Draft>;
}

/** Whether the flag is on, off, or follows the application's own default. */
export function StateSection({ control }: StateSectionProps) {
  const t = useTranslations('targeting.state');
  const { flag, environment, isReadOnly } = useTargeting();
  const { field } = useController({ control, name: 'state' });
  const { field: killed } = useController({ control, name: 'killed' });
  const issue = useIssue('state');
  // Only what the application declared can be followed.
  const codeDefault = flag.environments[environment.key]?.codeDefault ?? null;
  const states = ['on', 'off', ...(codeDefault || field.value === 'default' ? ['default'] : [])] as const;
  return (
    <Section
      icon={<Power />}
      title={t('title')}
      description={
        field.value === 'default' && codeDefault
          ? t('means.followed', { variant: codeDefault.variant })
          : t(`means.${field.value}`)
      }
      action={
        <ToggleGroup
          type="single"
          value={field.value}
          aria-label={t('title')}
          disabled={isReadOnly}
          onValueChange={(next) => (next === 'on' || next === 'off' || next === 'default') && field.onChange(next)}
        >
          {states.map((state) => (
            <ToggleGroupItem
              key={state}
              value={state}
              // Turning on is refused until the flag is revived.
              disabled={state === 'on' && killed.value && field.value !== 'on'}
            >
              {t(state === 'default' ? 'follow' : state === 'on' ? 'on' : 'off')}
            </ToggleGroupItem>
          ))}
        </ToggleGroup>
      }
    >
      {(killed.value || issue) && (
        <>
          {killed.value && (
            <p className="flex items-start gap-2 text-[13px] text-destructive-text">
              <OctagonX aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
              {t('killedHint')}
            </p>
          )}
          <FieldError>{issue}</FieldError>
        </>
      )}
    </Section>
  );
}
