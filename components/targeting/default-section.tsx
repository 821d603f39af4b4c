'use client';

import { CornerDownRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type Control, useController } from 'react-hook-form';
import { FieldError } from '@/components/shared/field-error';
import type { Draft } from './draft';
import { useIssue } from './issues-context';
import { Section } from './section';
import { ServeEditor } from './serve/serve-editor';
import { VariantSelect } from './variant-select';

/** What everybody else gets, and what is served while nothing is evaluated. */
export function DefaultSection({ control }: { control: Control<Draft> }) {
  const t = useTranslations('targeting.default');
  const { field } = useController({ control, name: 'default' });
  const { field: off } = useController({ control, name: 'offVariant' });
  const offIssue = useIssue('offVariant');
  return (
    <Section icon={<CornerDownRight />} title={t('title')} description={t('means')} isLast className="grid gap-4">
      <ServeEditor path="default" value={field.value} onChange={field.onChange} isNullable label={t('serve')} />
      <div className="grid gap-1 border-t pt-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-[13px] text-muted-foreground">{t('whileOff')}</span>
          <VariantSelect
            value={off.value}
            onChange={off.onChange}
            isNullable
            label={t('offVariant')}
            isInvalid={offIssue !== undefined}
            className="w-64"
          />
        </div>
        <FieldError>{offIssue}</FieldError>
      </div>
    </Section>
  );
}
