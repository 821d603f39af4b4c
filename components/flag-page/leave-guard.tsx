'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';

export interface LeaveGuardProps {
  isActive: boolean;
  /** Links at or below this path lead nowhere that loses anything. */
  home: string;
}

/** Asks before a link leads away from something unsaved, and before the tab is closed. */
export function LeaveGuard({ isActive, home }: LeaveGuardProps) {
  const t = useTranslations('targeting.leave');
  const common = useTranslations('common');
  const router = useRouter();
  const [target, setTarget] = useState<string | null>(null);
  useEffect(() => {
    if (!isActive) return;
    const onBeforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const href = leavingTo(event, home);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(href);
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    // Before the router's own handler sees the click.
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onBeforeUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [isActive, home]);
  return (
    <ConfirmDialog
      open={target !== null}
      onOpenChange={(open) => !open && setTarget(null)}
      title={t('title')}
      description={common('unsaved.leave')}
      confirmLabel={t('confirm')}
      destructive
      onConfirm={() => {
        if (target !== null) router.push(target);
      }}
    />
  );
}

/** The address of this site that a plain click would lead to, or null if nothing would be lost. */
function leavingTo(event: MouseEvent, home: string): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank') return null;
  const { origin, pathname, search, hash } = new URL(link.href);
  const isHere = origin === window.location.origin && (pathname === home || pathname.startsWith(`${home}/`));
  if (isHere || origin !== window.location.origin) return null;
  return `${pathname}${search}${hash}`;
}
