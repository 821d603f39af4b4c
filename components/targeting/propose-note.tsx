'use client';

import { UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { FlagEnvironment } from '@/components/flag-page/flag-page-types';

/** Says that what is edited below is asked for, and changes nothing by itself. */
export function ProposeNote({ environment }: { environment: FlagEnvironment }) {
  const t = useTranslations('targeting');
  return (
    <p role="note" className="flex items-start gap-2.5 rounded-md border bg-muted/40 px-3 py-2.5 text-[13px]">
      <UsersRound aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
      <span className="min-w-0">
        {t.rich('propose', {
          environment: environment.name,
          strong: (name) => <strong className="font-medium">{name}</strong>,
        })}
      </span>
    </p>
  );
}
