'use client';

import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { scopeQuery } from '@/lib/client/scope-query';
import { Tooltip, TooltipContent, TooltipTrigger } from '@/components/ui/tooltip';
import type { NavigationItem } from './frame-types';

export interface NavigationProps {
  items: readonly NavigationItem[];
  /** Icons alone, with the name as a tooltip. */
  isCollapsed?: boolean;
  onNavigate?: () => void;
}

export function Navigation({ items, isCollapsed = false, onNavigate }: NavigationProps) {
  const t = useTranslations('frame');
  const pathname = usePathname();
  const query = useSearchParams();
  const kept = scopeQuery({ env: query.get('env'), tenant: query.get('tenant') });
  return (
    <nav aria-label={t('mainNavigation')}>
      <ul className="flex flex-col gap-0.5">
        {items.map((item) => (
          <li key={item.id}>
            <RailLink
              item={item}
              href={`${item.href}${kept}`}
              isCurrent={pathname === item.href || pathname.startsWith(`${item.href}/`)}
              isCollapsed={isCollapsed}
              onNavigate={onNavigate}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface RailLinkProps {
  item: NavigationItem;
  href: string;
  isCurrent: boolean;
  isCollapsed: boolean;
  onNavigate?: () => void;
}

function RailLink({ item, href, isCurrent, isCollapsed, onNavigate }: RailLinkProps) {
  const link = (
    <Link
      href={href}
      onClick={onNavigate}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={isCollapsed ? item.label : undefined}
      className={cn(
        'flex h-8 items-center gap-2.5 rounded-md px-2 text-sm font-medium text-sidebar-foreground transition-colors',
        'hover:bg-accent hover:text-foreground aria-[current=page]:bg-accent aria-[current=page]:text-foreground',
        '[&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground aria-[current=page]:[&_svg]:text-link',
        isCollapsed && 'w-8 justify-center',
      )}
    >
      {item.icon}
      {!isCollapsed && <span className="truncate">{item.label}</span>}
      {!isCollapsed && item.badge && <span className="ml-auto">{item.badge}</span>}
    </Link>
  );
  if (!isCollapsed) return link;
  return (
    <Tooltip>
      <TooltipTrigger asChild>{link}</TooltipTrigger>
      <TooltipContent side="right">{item.label}</TooltipContent>
    </Tooltip>
  );
}
