'use client';

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { NavigationItem } from './frame-types';
import { LogoMark } from './logo';
import { Navigation } from './navigation';

export interface RailProps {
  home: string;
  items: readonly NavigationItem[];
  isCollapsed: boolean;
  onCollapsedChange: (isCollapsed: boolean) => void;
}

/** The left rail of wide screens. */
export function Rail({ home, items, isCollapsed, onCollapsedChange }: RailProps) {
  const t = useTranslations('frame');
  const toggleLabel = isCollapsed ? t('expand') : t('collapse');
  return (
    <aside
      aria-label={t('product')}
      className={cn('hidden shrink-0 flex-col border-r bg-sidebar md:flex', isCollapsed ? 'w-[49px]' : 'w-52')}
    >
      <div className="flex h-12 shrink-0 items-center px-2">
        <Wordmark home={home} isCollapsed={isCollapsed} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-2">
        <Navigation items={items} isCollapsed={isCollapsed} />
      </div>
      <div className="p-2">
        <Button
          variant="ghost"
          size="icon"
          aria-label={toggleLabel}
          title={toggleLabel}
          aria-expanded={!isCollapsed}
          className="text-muted-foreground"
          onClick={() => onCollapsedChange(!isCollapsed)}
        >
          {isCollapsed ? <PanelLeftOpen /> : <PanelLeftClose />}
        </Button>
      </div>
    </aside>
  );
}

export function Wordmark({ home, isCollapsed = false }: { home: string; isCollapsed?: boolean }) {
  const t = useTranslations('frame');
  return (
    <Link
      href={home}
      aria-label={t('product')}
      className="flex h-8 items-center gap-2 rounded-md px-1.5 text-sm font-semibold tracking-tight"
    >
      <LogoMark />
      {!isCollapsed && t('product')}
    </Link>
  );
}
