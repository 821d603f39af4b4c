'use client';

import { Menu } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Sheet, SheetContent, SheetDescription, SheetTitle, SheetTrigger } from '@/components/ui/sheet';
import type { NavigationItem } from './frame-types';
import { LanguageMenu } from './language-menu';
import { Navigation } from './navigation';
import { Wordmark } from './rail';
import { ThemeMenu } from './theme-menu';

export interface MobileNavigationProps {
  home: string;
  items: readonly NavigationItem[];
}

/** The rail of narrow screens, behind a button. */
export function MobileNavigation({ home, items }: MobileNavigationProps) {
  const t = useTranslations('frame');
  const [open, setOpen] = useState(false);
  return (
    <Sheet open={open} onOpenChange={setOpen}>
      <SheetTrigger asChild>
        <Button variant="ghost" size="icon" className="-ml-1 md:hidden" aria-label={t('openMenu')}>
          <Menu />
        </Button>
      </SheetTrigger>
      <SheetContent side="left" className="gap-0 bg-sidebar">
        <SheetTitle className="sr-only">{t('mainNavigation')}</SheetTitle>
        <SheetDescription className="sr-only">{t('tagline')}</SheetDescription>
        <div className="flex h-13 items-center px-2">
          <Wordmark home={home} />
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto p-2">
          <Navigation items={items} onNavigate={() => setOpen(false)} />
        </div>
        <div className="flex gap-1 border-t p-2 sm:hidden">
          <ThemeMenu />
          <LanguageMenu />
        </div>
      </SheetContent>
    </Sheet>
  );
}
