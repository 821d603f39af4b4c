'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { DateTimeInput } from '@/components/shared/date-time-input';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';

export interface RequestDraft {
  title: string;
  /** RFC 3339; null: by hand, once approved. */
  applyAt: string | null;
}

export interface RequestFieldsProps {
  value: RequestDraft;
  onChange: (changes: Partial<RequestDraft>) => void;
  /** How many have to approve it. */
  approvals: number;
}

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What a change request says beside its changes: a title, and when it is applied. */
export function RequestFields({ value, onChange, approvals }: RequestFieldsProps) {
  const t = useTranslations('requests');
  const id = useId();
  return (
    <div className="grid min-w-0 gap-4 rounded-md border bg-muted/30 p-3">
      <p className="text-[13px] text-muted-foreground">{t('means', { count: Math.max(1, approvals) })}</p>
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-title`}>
          {t('field.title')}
          <span className="font-normal text-muted-foreground">{t('field.optional')}</span>
        </Label>
        <Input
          id={`${id}-title`}
          value={value.title}
          maxLength={200}
          placeholder={t('field.titlePlaceholder')}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </div>
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-at`}>
          {t('field.applyAt')}
          <span className="font-normal text-muted-foreground">{t('field.optional')}</span>
        </Label>
        <DateTimeInput
          id={`${id}-at`}
          value={value.applyAt}
          timeZone={ownZone()}
          aria-describedby={`${id}-hint`}
          onChange={(applyAt) => onChange({ applyAt })}
        />
        <p id={`${id}-hint`} className="text-xs text-muted-foreground">
          {t('field.applyAtHint')}
        </p>
      </div>
    </div>
  );
}
