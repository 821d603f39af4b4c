'use client';

import { type ReactNode, useId } from 'react';
import { FieldError } from '@/components/shared/field-error';
import { Label } from '@/components/ui/label';
import { useIssue } from '@/components/targeting/issues-context';
import { cn } from '@/components/ui/cn';

/** What a control is wired with. */
export interface FieldControl {
  id: string;
  'aria-labelledby': string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
}

export interface FieldProps {
  label: ReactNode;
  /** Of the draft: what is wrong there is said beneath. */
  path: string;
  hint?: ReactNode;
  className?: string;
  children: (control: FieldControl) => ReactNode;
}

/** A labelled control of the builder, with what is wrong with it. */
export function Field({ label, path, hint, className, children }: FieldProps) {
  const id = useId();
  const issue = useIssue(path);
  return (
    <div className={cn('grid min-w-0 content-start gap-1.5', className)}>
      <Label id={`${id}-label`} htmlFor={id}>
        {label}
      </Label>
      {children({
        id,
        'aria-labelledby': `${id}-label`,
        'aria-describedby': issue ? `${id}-issue` : hint ? `${id}-hint` : undefined,
        'aria-invalid': issue !== undefined,
      })}
      {hint && !issue && (
        <p id={`${id}-hint`} className="text-xs text-muted-foreground">
          {hint}
        </p>
      )}
      <FieldError id={`${id}-issue`}>{issue}</FieldError>
    </div>
  );
}
