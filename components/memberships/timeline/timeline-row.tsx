'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover';
import type { MembershipView } from '@/lib/services/memberships/types';
import { MembershipDetails, type MembershipDetailsProps } from '../membership-details';
import { MembershipWho, whoOf } from '../membership-who';
import { TimelineBar, type TimelineBarProps } from './timeline-bar';

export interface TimelineRowProps extends Omit<TimelineBarProps, 'membership' | 'ref'> {
  membership: MembershipView;
  index: number;
  /** Without room for names beside the bars. */
  isNarrow: boolean;
  isTabStop: boolean;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  onFocus: (index: number) => void;
  details: Omit<MembershipDetailsProps, 'membership' | 'onDone'>;
}

/** A membership's name and bar; pressing it tells more, and what may be done with it. */
export function TimelineRow({
  membership,
  index,
  isNarrow,
  isTabStop,
  isOpen,
  onOpenChange,
  ...props
}: TimelineRowProps) {
  const { onFocus, details, ...bar } = props;
  const t = useTranslations('memberships.timeline');
  const name = t(`row.${membership.state}`, { who: whoOf(membership), flag: membership.flag });
  const row = useRef<HTMLDivElement>(null);
  return (
    <Popover open={isOpen} onOpenChange={onOpenChange}>
      <div
        ref={row}
        role="row"
        aria-label={name}
        data-index={index}
        tabIndex={isTabStop ? 0 : -1}
        className="group/row focus-inset relative grid h-full cursor-pointer border-b border-border/60 hover:bg-accent/40"
        style={{ gridTemplateColumns: isNarrow ? 'minmax(0, 1fr)' : 'var(--names) minmax(0, 1fr)' }}
        onFocus={() => onFocus(index)}
        onClick={(event) => {
          if (!(event.target instanceof Element && event.target.closest('button'))) onOpenChange(!isOpen);
        }}
      >
        {!isNarrow && (
          <div
            role="cell"
            className="flex min-w-0 items-center gap-2 border-r bg-card px-3 group-hover/row:bg-accent/40"
          >
            <MembershipWho membership={membership} className="flex-1" />
            {membership.variant !== null && (
              <span className="max-w-20 truncate text-xs text-muted-foreground">{membership.variant}</span>
            )}
          </div>
        )}
        <div role="cell" className={cn('relative min-w-0', membership.state === 'past' && 'text-muted-foreground')}>
          <PopoverAnchor asChild>
            <TimelineBar {...bar} membership={membership} />
          </PopoverAnchor>
        </div>
      </div>
      {isOpen && (
        <PopoverContent
          aria-label={name}
          className="w-80"
          onInteractOutside={(event) => {
            // Pressing the row once more closes it, which the row does itself.
            if (event.target instanceof Node && row.current?.contains(event.target)) event.preventDefault();
          }}
        >
          <MembershipDetails {...details} membership={membership} onDone={() => onOpenChange(false)} />
        </PopoverContent>
      )}
    </Popover>
  );
}
