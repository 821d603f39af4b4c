'use client';

import type { ReactNode } from 'react';
import { FieldError } from '@/components/shared/field-error';
import { useCheck } from './checks-context';
import { CheckMark } from './check-mark';

export interface ConditionFrameProps {
  place: string;
  /** Messages of its fields; equal ones are shown once. */
  problems: readonly (string | undefined)[];
  menu: ReactNode;
  children: ReactNode;
}

/** A condition's controls in a row, its mark and menu at the end, what is wrong beneath. */
export function ConditionFrame({ place, problems, menu, children }: ConditionFrameProps) {
  const check = useCheck(place);
  const texts = [...new Set(problems.filter((text) => text !== undefined))];
  return (
    <div className="grid grid-cols-1 gap-1">
      <div className="flex items-start gap-2">
        <div className="flex min-w-0 flex-1 flex-wrap items-start gap-2">{children}</div>
        <div className="flex h-8 shrink-0 items-center gap-0.5">
          <CheckMark check={check} />
          {menu}
        </div>
      </div>
      {texts.map((text) => (
        <FieldError key={text}>{text}</FieldError>
      ))}
    </div>
  );
}
