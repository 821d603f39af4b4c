'use client';

import { Layers, ListOrdered, TrendingUp, UserCog } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { RadioGroup as RadioGroupPrimitive } from 'radix-ui';
import { cn } from '@/components/ui/cn';
import { STRATEGIES, type StrategyKind } from '@/lib/schemas/plan';

const ICONS = {
  'staged-rollout': TrendingUp,
  'role-based': UserCog,
  'progressive-environment': Layers,
  combined: ListOrdered,
} as const;

export interface StrategyChoiceProps {
  value: StrategyKind;
  onChange: (kind: StrategyKind) => void;
}

/** How a plan goes about it. */
export function StrategyChoice({ value, onChange }: StrategyChoiceProps) {
  const t = useTranslations('plans');
  return (
    <div className="grid gap-2">
      <RadioGroupPrimitive.Root
        aria-label={t('builder.strategy')}
        value={value}
        className="grid grid-cols-2 gap-2 lg:grid-cols-4"
        onValueChange={(next) => {
          const kind = STRATEGIES.find((each) => each === next);
          if (kind) onChange(kind);
        }}
      >
        {STRATEGIES.map((kind) => {
          const Icon = ICONS[kind];
          return (
            <RadioGroupPrimitive.Item
              key={kind}
              value={kind}
              className={cn(
                'flex items-start gap-2 rounded-md border px-2.5 py-2 text-left text-[13px] font-medium transition-colors',
                'hover:bg-accent data-[state=checked]:border-primary data-[state=checked]:bg-primary/8',
                '[&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground data-[state=checked]:[&_svg]:text-link',
              )}
            >
              <Icon aria-hidden="true" />
              <span className="leading-tight">{t(`strategy.${kind}`)}</span>
            </RadioGroupPrimitive.Item>
          );
        })}
      </RadioGroupPrimitive.Root>
      <p className="text-[13px] text-muted-foreground">{t(`strategyMeans.${value}`)}</p>
    </div>
  );
}
