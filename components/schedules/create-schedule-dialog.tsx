'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Choice } from '@/components/memberships/choice';
import { FlagChoice } from '@/components/plans/flag-choice';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { useTickingNow } from '@/components/shared/now-provider';
import { CommentField } from '@/components/targeting/comment-field';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { useConfiguration } from '@/lib/client/use-configuration';
import { useFlagView } from '@/lib/client/use-flag-search';
import { useScheduleActs } from '@/lib/client/use-schedule-acts';
import { bodyOf, emptySchedule, problemOf } from './schedule-draft';
import { ScheduleFields } from './schedule-fields';
import type { SchedulesPlace } from './schedule-types';
import { DEFAULT, hasShare, instructionsOf, type Template, TEMPLATES } from './template';

export interface CreateScheduleDialogProps {
  place: SchedulesPlace;
  flag: string | null;
  environment: string | null;
  onClose: () => void;
}

interface Chosen {
  flag: string;
  environment: string;
  template: Template;
  percentage: string;
  rule: string;
}

const isPercentage = (text: string): boolean => text.trim() !== '' && Number(text) >= 0 && Number(text) <= 100;

/** Schedules what is scheduled most often; anything else is scheduled where a change is reviewed. */
export function CreateScheduleDialog({ place, flag, environment, onClose }: CreateScheduleDialogProps) {
  const t = useTranslations('schedules.create');
  const editable = place.environments.filter(({ can }) => can.edit);
  const [chosen, setChosen] = useState<Chosen>({
    flag: flag ?? '',
    environment: (editable.find(({ key }) => key === environment) ?? editable[0])?.key ?? '',
    template: 'enable',
    percentage: '10',
    rule: DEFAULT,
  });
  const [draft, setDraft] = useState(() => emptySchedule(Intl.DateTimeFormat().resolvedOptions().timeZone));
  const [comment, setComment] = useState('');
  const { create } = useScheduleActs(place.project);
  const { data: found } = useFlagView(place.project, chosen.flag || null);
  const where = editable.find(({ key }) => key === chosen.environment);
  const instructions = found && instructionsOf(found, { ...chosen, percentage: Number(chosen.percentage) });
  const isWhole =
    where !== undefined &&
    Boolean(instructions) &&
    (chosen.template !== 'percentage' || isPercentage(chosen.percentage));
  const isMissing = where?.requireComment === true && comment.trim() === '';
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      className="max-w-2xl"
      title={t('title')}
      description={t('description')}
      confirmLabel={t('submit')}
      typedName={where?.protected ? where.name : undefined}
      disabled={!isWhole || isMissing || problemOf(draft, useTickingNow()) !== null}
      onConfirm={async () => {
        const said = comment.trim();
        const change = { flag: chosen.flag, environment: chosen.environment, instructions };
        await create.mutateAsync({ ...change, ...bodyOf(draft), ...(said !== '' && { comment: said }) });
      }}
    >
      <TemplateFields
        place={{ ...place, environments: editable }}
        value={chosen}
        onChange={(changes) => setChosen({ ...chosen, ...changes })}
      />
      <ScheduleFields value={draft} onChange={(changes) => setDraft({ ...draft, ...changes })} />
      <CommentField value={comment} onChange={setComment} isRequired={where?.requireComment ?? false} />
    </ConfirmDialog>
  );
}

interface TemplateFieldsProps {
  place: SchedulesPlace;
  value: Chosen;
  onChange: (changes: Partial<Chosen>) => void;
}

function TemplateFields({ place, value, onChange }: TemplateFieldsProps) {
  const t = useTranslations('schedules.create');
  const id = useId();
  return (
    <div className="grid gap-4">
      <div className="grid gap-3 sm:grid-cols-2">
        <div className="grid min-w-0 gap-1.5">
          <Label htmlFor={`${id}-flag`}>{t('flag')}</Label>
          <FlagChoice
            id={`${id}-flag`}
            project={place.project}
            value={value.flag}
            onChange={(flag) => onChange({ flag, rule: DEFAULT })}
            className="w-full"
          />
        </div>
        <div className="grid gap-1.5">
          <Label htmlFor={`${id}-environment`}>{t('environment')}</Label>
          <Select value={value.environment} onValueChange={(environment) => onChange({ environment, rule: DEFAULT })}>
            <SelectTrigger id={`${id}-environment`} className="w-full">
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {place.environments.map(({ key, name }) => (
                <SelectItem key={key} value={key}>
                  {name}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        </div>
      </div>
      <Choice
        label={t('what')}
        value={value.template}
        options={TEMPLATES.map((template) => ({ value: template, label: t(`template.${template}`) }))}
        onChange={(template) => onChange({ template })}
      />
      {value.template === 'percentage' && value.flag !== '' && (
        <PercentageFields project={place.project} value={value} onChange={onChange} />
      )}
    </div>
  );
}

function PercentageFields({ project, value, onChange }: Omit<TemplateFieldsProps, 'place'> & { project: string }) {
  const t = useTranslations('schedules.create');
  const id = useId();
  const { data: flag } = useFlagView(project, value.flag);
  const { data: stored } = useConfiguration(project, value.flag, value.environment);
  const rules = (stored?.rules ?? []).map(({ id: rule, name }, index) => ({
    value: rule,
    label: name || t('rule', { number: index + 1 }),
  }));
  const options = [...(flag && hasShare(flag) ? [{ value: DEFAULT, label: t('everybody') }] : []), ...rules];
  return (
    <div className="grid gap-3 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-share`}>{t('percentage')}</Label>
        <Input
          id={`${id}-share`}
          type="number"
          inputMode="decimal"
          min={0}
          max={100}
          step={0.001}
          value={value.percentage}
          aria-invalid={!isPercentage(value.percentage)}
          className="tabular-nums"
          onChange={({ target }) => onChange({ percentage: target.value })}
        />
      </div>
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-rule`}>{t('of')}</Label>
        <Select value={value.rule} onValueChange={(rule) => onChange({ rule })}>
          <SelectTrigger id={`${id}-rule`} className="w-full">
            <SelectValue placeholder={t('chooseRule')} />
          </SelectTrigger>
          <SelectContent>
            {options.map((option) => (
              <SelectItem key={option.value} value={option.value}>
                {option.label}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      </div>
    </div>
  );
}
