'use client';

import { Tabs as TabsPrimitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

export function Tabs({ className, ...props }: ComponentProps<typeof TabsPrimitive.Root>) {
  return <TabsPrimitive.Root data-slot="tabs" className={cn('flex flex-col gap-4', className)} {...props} />;
}

export const tabsListClasses = 'flex h-10 items-stretch gap-5 overflow-x-auto overflow-y-hidden border-b';

/** Also for navigation tabs made of links: put `data-state="active"` and `aria-current="page"` on the current one. */
export const tabsTriggerClasses = [
  'focus-inset relative inline-flex items-center gap-1.5 rounded-sm text-sm font-medium whitespace-nowrap',
  'text-muted-foreground transition-colors hover:text-foreground disabled:pointer-events-none disabled:opacity-50',
  'data-[state=active]:text-foreground after:absolute after:inset-x-0 after:-bottom-px after:h-0.5',
  'after:bg-transparent data-[state=active]:after:bg-primary',
].join(' ');

export function TabsList({ className, ...props }: ComponentProps<typeof TabsPrimitive.List>) {
  return <TabsPrimitive.List data-slot="tabs-list" className={cn(tabsListClasses, className)} {...props} />;
}

export function TabsTrigger({ className, ...props }: ComponentProps<typeof TabsPrimitive.Trigger>) {
  return <TabsPrimitive.Trigger data-slot="tabs-trigger" className={cn(tabsTriggerClasses, className)} {...props} />;
}

export function TabsContent({ className, ...props }: ComponentProps<typeof TabsPrimitive.Content>) {
  return <TabsPrimitive.Content data-slot="tabs-content" className={cn('flex-1', className)} {...props} />;
}
