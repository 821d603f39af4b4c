'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { CSSProperties, RefCallback } from 'react';
import { variantColor } from '@/components/shared/variant-color';
import { cn } from '@/components/ui/cn';
import type { MembershipView } from '@/lib/services/memberships/types';
import { whoOf } from '../membership-who';
import { placeIn, type Span } from './time-scale';

export interface TimelineBarProps {
  membership: MembershipView;
  /** Place of the variant in the flag's definition; null while that is not known. */
  variantIndex: number | null;
  span: Span;
  zone: string;
  /** Shows another span. */
  onGo: (at: number) => void;
  ref?: RefCallback<HTMLElement>;
}

const tint = (color: string, share: number): string => `color-mix(in oklab, ${color} ${share}%, var(--card))`;

/** Its colour is the variant's; hours of weekdays are hatched, what is past is grey. */
function lookOf({ state, recurring }: MembershipView, variantIndex: number | null): CSSProperties {
  const color = state === 'past' || variantIndex === null ? 'var(--muted-foreground)' : variantColor(variantIndex);
  const [light, strong] = state === 'open' ? [tint(color, 22), tint(color, 38)] : [tint(color, 10), tint(color, 20)];
  const hatched = `repeating-linear-gradient(135deg, ${strong} 0 5px, ${light} 5px 10px)`;
  return { borderColor: tint(color, state === 'open' ? 75 : 45), background: recurring ? hatched : light };
}

/** A membership as a bar; one that lies elsewhere as an arrow that leads there. */
export function TimelineBar({ membership, variantIndex, span, zone, onGo, ref }: TimelineBarProps) {
  const t = useTranslations('memberships.timeline');
  const format = useFormatter();
  const [starts, ends] = [Date.parse(membership.startsAt), Date.parse(membership.endsAt)];
  const placing = placeIn(span, starts, ends);
  if (placing.kind !== 'inside') {
    const isBefore = placing.kind === 'before';
    const at = isBefore ? ends - 1 : starts;
    const day = format.dateTime(isBefore ? ends : starts, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: zone,
    });
    return (
      <button
        ref={ref}
        type="button"
        className={cn(
          'absolute inset-y-0 my-auto flex h-6 items-center gap-1 rounded-sm px-1 text-xs text-muted-foreground tabular-nums hover:text-foreground',
          isBefore ? 'left-0' : 'right-0',
        )}
        tabIndex={-1}
        onClick={() => onGo(at)}
      >
        {isBefore && <ChevronLeft aria-hidden="true" className="size-3.5" />}
        {t(isBefore ? 'ended' : 'starts', { day })}
        {!isBefore && <ChevronRight aria-hidden="true" className="size-3.5" />}
      </button>
    );
  }
  const { left, width, isCutStart, isCutEnd } = placing;
  return (
    <span
      ref={ref}
      className={cn(
        'absolute inset-y-0 my-auto flex h-6 min-w-1.5 items-center overflow-hidden rounded-sm border px-1.5 text-xs',
        isCutStart && 'rounded-l-none border-l-0',
        isCutEnd && 'rounded-r-none border-r-0',
        membership.state === 'upcoming' && 'border-dashed',
      )}
      style={{ left: `${left}%`, width: `${width}%`, ...lookOf(membership, variantIndex) }}
    >
      <span className="truncate rounded-sm">
        {membership.variant === null
          ? whoOf(membership)
          : t('bar', { who: whoOf(membership), variant: membership.variant })}
      </span>
    </span>
  );
}
