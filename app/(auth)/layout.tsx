import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LanguageMenu } from '@/components/frame/language-menu';
import { LogoMark } from '@/components/frame/logo';
import { ThemeMenu } from '@/components/frame/theme-menu';

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('frame');
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr] bg-background">
      <header className="flex h-14 items-center justify-between border-b px-4 sm:px-6">
        <span className="flex items-center gap-2 text-sm font-semibold">
          <LogoMark />
          {t('product')}
        </span>
        <span className="flex items-center gap-1">
          <LanguageMenu />
          <ThemeMenu />
        </span>
      </header>
      {/* A little above the middle, where the eye rests. */}
      <main className="flex items-start justify-center px-4 pt-[clamp(2rem,14dvh,9rem)] pb-16">{children}</main>
    </div>
  );
}
