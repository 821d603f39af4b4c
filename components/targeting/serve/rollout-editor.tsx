'use client';

import { useTranslations } from 'next-intl';
import { FieldError } from '@/components/shared/field-error';
import { useTickingNow } from '@/components/shared/now-provider';
import { Slider } from '@/components/ui/slider';
import { WHOLE } from '@/lib/changes/limits';
import type { Rollout } from '@/lib/engine/types';
import { useIssue } from '../issues-context';
import { useTargeting } from '../targeting-context';
import { ModeToggle } from './mode-toggle';
import { PercentInput } from './percent-input';
import { RampEditor } from './ramp-editor';
import { UnitInput } from './unit-input';

const DAY_MS = 86_400_000;
/** The slider goes by whole percents; the field beside it is as exact as can be. */
const SLIDER_STEP = 1_000;

export interface RolloutEditorProps {
  path: string;
  value: Rollout | undefined;
  onChange: (value: Rollout | undefined) => void;
}

const MODES = ['all', 'percentage', 'ramp'] as const;
type Mode = (typeof MODES)[number];

/** How many of those a rule matches: everybody, a percentage, or one that grows with time. */
export function RolloutEditor({ path, value, onChange }: RolloutEditorProps) {
  const t = useTranslations('targeting.rollout');
  const { isReadOnly } = useTargeting();
  const now = useTickingNow();
  const issue = useIssue(path);
  const mode: Mode = value === undefined ? 'all' : value.ramp ? 'ramp' : 'percentage';
  const percentage = value?.percentage ?? value?.ramp?.to ?? WHOLE;
  const change = (next: string) => {
    const { unit, seed } = value ?? {};
    if (next === 'all') onChange(undefined);
    if (next === 'percentage') onChange({ percentage: mode === 'all' ? 10_000 : percentage, unit, seed });
    if (next === 'ramp') onChange({ ramp: rampFrom(value?.percentage ?? 0, now), unit, seed });
  };
  return (
    <div className="grid gap-2">
      <ModeToggle
        label={t('label')}
        value={mode}
        modes={MODES.map((each) => ({ value: each, label: t(each) }))}
        disabled={isReadOnly}
        onChange={change}
      />
      {value?.percentage !== undefined && (
        <div className="flex max-w-lg items-center gap-4">
          <Slider
            value={[value.percentage]}
            min={0}
            max={WHOLE}
            step={SLIDER_STEP}
            disabled={isReadOnly}
            aria-label={t('slider')}
            aria-valuetext={t('percent', { percent: value.percentage / 1000 })}
            onValueChange={([next]) => next !== undefined && onChange({ ...value, percentage: next })}
          />
          <PercentInput
            value={value.percentage}
            label={t('exact')}
            disabled={isReadOnly}
            onChange={(next) => onChange({ ...value, percentage: next })}
          />
        </div>
      )}
      {value?.ramp && (
        <RampEditor path={`${path}.ramp`} value={value.ramp} onChange={(ramp) => onChange({ ...value, ramp })} />
      )}
      <FieldError>{issue}</FieldError>
      {value && <UnitInput value={value.unit} onChange={(unit) => onChange({ ...value, unit })} />}
    </div>
  );
}

/** A week's ramp from the next full hour. */
function rampFrom(from: number, now: number) {
  const startsAt = Math.ceil(now / 3_600_000) * 3_600_000;
  return {
    from: from === WHOLE ? 0 : from,
    to: WHOLE,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + 7 * DAY_MS).toISOString(),
  };
}
