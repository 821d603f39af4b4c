'use client';

import { useTranslations } from 'next-intl';
import { FieldError } from '@/components/shared/field-error';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import type { Serve } from '@/lib/engine/types';
import { useIssue } from '../issues-context';
import { useTargeting } from '../targeting-context';
import { VariantSelect } from '../variant-select';
import { distributeEvenly } from './shares';
import { WeightsEditor } from './weights-editor';

export interface ServeEditorProps {
  path: string;
  value: Serve;
  onChange: (value: Serve) => void;
  /** Offers the caller's own default. */
  isNullable?: boolean;
  label: string;
}

/** One variant for everybody, or shares. */
export function ServeEditor({ path, value, onChange, isNullable, label }: ServeEditorProps) {
  const t = useTranslations('targeting.serve');
  const { flag, isReadOnly } = useTargeting();
  const issue = useIssue(`${path}.variant`);
  const isSplit = 'split' in value;
  const keys = flag.variants.map(({ key }) => key);
  const change = (mode: string) => {
    if (mode === 'split' && !isSplit) onChange({ split: distributeEvenly(keys) });
    if (mode === 'variant' && isSplit) onChange({ variant: heaviest(value.split) ?? keys[0] ?? '' });
  };
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="text-[13px] text-muted-foreground">{label}</span>
        <ToggleGroup
          type="single"
          value={isSplit ? 'split' : 'variant'}
          onValueChange={change}
          aria-label={t('mode', { what: label })}
          disabled={isReadOnly}
          className="h-7"
        >
          <ToggleGroupItem value="variant">{t('one')}</ToggleGroupItem>
          <ToggleGroupItem value="split">{t('split')}</ToggleGroupItem>
        </ToggleGroup>
        {!isSplit && (
          <VariantSelect
            value={value.variant}
            onChange={(variant) => onChange({ variant })}
            isNullable={isNullable}
            label={label}
            isInvalid={issue !== undefined}
            className="w-56"
          />
        )}
      </div>
      <FieldError>{issue}</FieldError>
      {isSplit && <WeightsEditor path={path} value={value} onChange={onChange} />}
    </div>
  );
}

function heaviest(split: readonly { variant: string; weight: number }[]): string | undefined {
  return [...split].sort((a, b) => b.weight - a.weight)[0]?.variant;
}
