'use client';

import { ChevronDown, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Control, useController } from 'react-hook-form';
import { ChipsInput } from '@/components/shared/chips-input';
import { FieldError } from '@/components/shared/field-error';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { LIMITS } from '@/lib/changes/limits';
import type { Draft } from './draft';
import { useIssueCount, useIssues } from './issues-context';
import { Section } from './section';
import { pinTo } from './pin-to';
import { useTargeting } from './targeting-context';
import { VariantName } from './variant-name';

/** Subjects that always get a certain variant. */
export function TargetsSection({ control }: { control: Control<Draft> }) {
  const t = useTranslations('targeting.targets');
  const { flag } = useTargeting();
  const { field } = useController({ control, name: 'targets' });
  const targets = field.value;
  const count = targets.reduce((sum, { subjects }) => sum + subjects.length, 0);
  const [open, setOpen] = useState(count > 0);
  const problems = useIssueCount('targets');
  const isOpen = open || problems > 0;
  const known = flag.variants.map(({ key }) => key);
  const keys = [...known, ...targets.map(({ variant }) => variant).filter((key) => !known.includes(key))];
  return (
    <Section
      icon={<UserRound />}
      title={t('title')}
      description={count === 0 ? t('none') : t('count', { count, limit: LIMITS.targets })}
      action={
        <Button variant="ghost" size="sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'hide' : 'show')}
          <ChevronDown className={cn('transition-transform', isOpen && 'rotate-180')} />
        </Button>
      }
      className="grid gap-3"
    >
      {isOpen && (
        <>
          {keys.map((variant) => (
            <TargetRow
              key={variant}
              variant={variant}
              subjects={targets.find((list) => list.variant === variant)?.subjects ?? []}
              onChange={(subjects) => field.onChange(pinTo(targets, known, variant, subjects))}
            />
          ))}
          <TargetIssues />
        </>
      )}
    </Section>
  );
}

interface TargetRowProps {
  variant: string;
  subjects: readonly string[];
  onChange: (subjects: string[]) => void;
}

function TargetRow({ variant, subjects, onChange }: TargetRowProps) {
  const t = useTranslations('targeting.targets');
  const { isReadOnly } = useTargeting();
  return (
    <div className="grid items-start gap-x-4 gap-y-1 sm:grid-cols-[9rem_1fr]">
      <p className="flex h-8 items-center gap-2 text-sm">
        <VariantName variant={variant} />
        {subjects.length > 0 && <span className="text-xs text-muted-foreground tabular-nums">{subjects.length}</span>}
      </p>
      <ChipsInput
        aria-label={t('subjects', { variant })}
        placeholder={t('placeholder')}
        value={subjects}
        onChange={onChange}
        disabled={isReadOnly}
        className="max-h-48 overflow-y-auto"
      />
    </div>
  );
}

function TargetIssues() {
  const issues = useIssues();
  const found = new Set([...issues].filter(([path]) => path.split('.')[0] === 'targets').map(([, text]) => text));
  return [...found].map((text) => <FieldError key={text}>{text}</FieldError>);
}
