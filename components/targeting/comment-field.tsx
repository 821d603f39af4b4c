'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Label } from '@/components/ui/label';
import { Textarea } from '@/components/ui/textarea';

export interface CommentFieldProps {
  value: string;
  onChange: (value: string) => void;
  /** The environment wants a comment with every change. */
  isRequired: boolean;
  autoFocus?: boolean;
}

/** Why a change is made; kept in the history. */
export function CommentField({ value, onChange, isRequired, autoFocus }: CommentFieldProps) {
  const t = useTranslations('targeting.comment');
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>
        {t('label')}
        <span className="font-normal text-muted-foreground">{t(isRequired ? 'required' : 'optional')}</span>
      </Label>
      <Textarea
        id={id}
        value={value}
        maxLength={2000}
        required={isRequired}
        autoFocus={autoFocus}
        placeholder={t('placeholder')}
        className="min-h-16"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
