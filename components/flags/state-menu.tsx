'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import type { FlagState } from '@/lib/engine/types';

export interface StateMenuProps {
  /** What it belongs to, in words. */
  label: string;
  state: FlagState;
  /** The variant that the application declared. */
  codeDefault: string;
  disabled: boolean;
  onState: (state: FlagState) => void;
  children?: ReactNode;
}

const STATES = ['on', 'off', 'default'] as const;

/** All three states of a flag that an application declares: a switch alone has two. */
export function StateMenu({ label, state, codeDefault, disabled, onState, children }: StateMenuProps) {
  const t = useTranslations('flags');
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          size="sm"
          disabled={disabled}
          aria-label={label}
          title={state === 'default' ? t('state.defaultHint') : undefined}
          className={cn(
            'h-auto min-h-6 min-w-0 shrink gap-1 px-1 py-0 text-left text-xs leading-3.5 font-normal text-muted-foreground',
            !children && 'w-6',
          )}
        >
          {/* Two lines where the column is narrow: cut off, it would say nothing. On a card there is no room for it. */}
          {children && <span className="min-w-0 whitespace-normal max-md:sr-only">{children}</span>}
          <ChevronDown aria-hidden="true" className="size-3.5 shrink-0" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start">
        <DropdownMenuRadioGroup
          value={state}
          onValueChange={(next) => {
            const chosen = STATES.find((each) => each === next);
            if (chosen && chosen !== state) onState(chosen);
          }}
        >
          {STATES.map((each) => (
            <DropdownMenuRadioItem key={each} value={each}>
              {each === 'default' ? t('state.follow', { variant: codeDefault }) : t(`state.${each}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
