'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Comparison, Guardrail } from '@/lib/schemas/plan';
import type { PlanReason, PlanTrackStep, PlanWarning } from '@/lib/services/plans/types';
import { type DurationPart, partOfDuration, partsOfSpan } from './duration-parts';

/** A signal, how it is compared, and with what. */
export interface Asked {
  signal: string;
  operator: Comparison;
  value: number;
}

/** Who gets a step, as far as it says so. */
export type Audience = Pick<PlanTrackStep, 'targetGroups' | 'includedRoles' | 'excludedRoles'>;

type Params = Readonly<Record<string, string | number>>;

/** How plans are spoken of: lengths of time, conditions, audiences and reasons in the reader's language. */
export function usePlanWords() {
  const t = useTranslations('plans');
  const errors = useTranslations('errors');
  const format = useFormatter();
  return useMemo(() => {
    const number = (value: number): string => format.number(value, { maximumFractionDigits: 6 });
    const listed = (names: readonly string[], type: 'conjunction' | 'disjunction'): string =>
      format.list([...names], { type });
    const lengthOf = (parts: readonly DurationPart[]): string =>
      parts.map(({ unit, count }) => t(`duration.${unit}`, { count })).join(' ');
    const asked = ({ signal, operator, value }: Asked): string =>
      t(`comparison.${operator}`, { signal, value: number(value) });
    /** Figures as the language writes them; a code of an error as its sentence. */
    const plain = (params: Params): Params =>
      Object.fromEntries(
        Object.entries(params).map(([name, value]) => {
          if (typeof value === 'number') return [name, number(value)];
          if (name === 'operator') return [name, t(`operator.${value}`)];
          return [
            name,
            name === 'code' && errors.has(value) && !String(errors.raw(value)).includes('{') ? errors(value) : value,
          ];
        }),
      );
    const coded = (area: 'reason' | 'warning', { code, params }: { code: string; params: Params }): string =>
      t.has(`${area}.${code}`) ? t(`${area}.${code}`, plain(params)) : t(`${area}.other`, { code });
    return {
      number,
      percent: (value: number): string => t('percent', { percent: number(value) }),
      /** `3d` as “3 days”; what cannot be read stays as it is. */
      duration: (text: string): string => {
        const part = partOfDuration(text);
        return part ? lengthOf([part]) : text;
      },
      /** Milliseconds, by their two largest units. */
      span: (milliseconds: number): string => lengthOf(partsOfSpan(milliseconds)) || t('duration.s', { count: 0 }),
      asked,
      guardrail: (guardrail: Asked & Pick<Guardrail, 'onBreach'>): string =>
        t(`breach.${guardrail.onBreach}`, { condition: asked(guardrail) }),
      reason: (reason: PlanReason): string => coded('reason', reason),
      warning: (warning: PlanWarning): string => coded('warning', warning),
      who: ({ targetGroups, includedRoles, excludedRoles }: Audience): string =>
        [
          ...(targetGroups.length > 0 ? [listed(targetGroups, 'disjunction')] : []),
          ...(includedRoles.length > 0 ? [t('who.roles', { roles: listed(includedRoles, 'disjunction') })] : []),
          ...(excludedRoles.length > 0 ? [t('who.notRoles', { roles: listed(excludedRoles, 'disjunction') })] : []),
        ].join(', ') || t('who.everybody'),
    };
  }, [t, errors, format]);
}
