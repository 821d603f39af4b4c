'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Label } from '@/components/ui/label';
import { Textarea } from '@/components/ui/textarea';

const MOST = 2_000;

/** Why an override is there. */
export function OverrideNote({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  const t = useTranslations('tenants.dialog');
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{t('note')}</Label>
      <Textarea
        id={id}
        value={value}
        maxLength={MOST}
        className="min-h-16"
        placeholder={t('noteHint')}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
