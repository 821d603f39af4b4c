'use client';

import { ShieldOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Label } from '@/components/ui/label';

export interface BypassFieldProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  approvals: number;
}

/** Saving without the approvals that the environment wants: loud, because everybody will see it. */
export function BypassField({ checked, onChange, approvals }: BypassFieldProps) {
  const t = useTranslations('requests.bypass');
  const id = useId();
  return (
    <div
      className="grid gap-2 rounded-md border border-destructive/50 bg-destructive/5 p-3"
      role="group"
      aria-label={t('label')}
    >
      <Label htmlFor={id} className="items-start gap-2.5 text-destructive-text">
        <Checkbox id={id} checked={checked} className="mt-0.5" onCheckedChange={(next) => onChange(next === true)} />
        <span className="grid gap-1">
          <span className="flex items-center gap-1.5">
            <ShieldOff aria-hidden="true" className="size-4" />
            {t('label')}
          </span>
          <span className="font-normal text-muted-foreground">{t('means', { count: approvals })}</span>
        </span>
      </Label>
    </div>
  );
}
