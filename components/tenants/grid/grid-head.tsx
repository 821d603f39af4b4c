'use client';

import type { VirtualItem } from '@tanstack/react-virtual';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import type { GridFlag } from '@/lib/services/overrides/types';
import { COLUMN, HEAD } from './grid-sizes';

export interface GridHeadProps {
  first: number;
  columns: readonly VirtualItem[];
  flags: ReadonlyMap<number, GridFlag>;
  /** The flag's own page. */
  hrefOf: (flag: string) => string;
  selection: { all: boolean | 'indeterminate'; onToggleAll: () => void } | null;
}

/** The flags' names; they stay at the top while the tenants scroll past. */
export function GridHead({ first, columns, flags, hrefOf, selection }: GridHeadProps) {
  const t = useTranslations('tenants.grid');
  return (
    <div role="row" aria-rowindex={1} className="sticky top-0 z-20 border-b bg-muted" style={{ height: HEAD }}>
      <div
        role="columnheader"
        aria-colindex={1}
        className="sticky left-0 z-10 flex h-full items-end gap-2 border-r bg-muted px-3 pb-2 text-xs font-medium text-muted-foreground"
        style={{ width: first }}
      >
        {selection && (
          <Checkbox aria-label={t('selectAll')} checked={selection.all} onCheckedChange={selection.onToggleAll} />
        )}
        {t('tenant')}
      </div>
      {columns.map(({ index, start }) => {
        const flag = flags.get(index);
        return (
          <div
            key={index}
            role="columnheader"
            aria-colindex={index + 2}
            className="absolute top-0 flex h-full items-end border-r px-2.5 pb-2 text-xs font-medium"
            style={{ left: start, width: COLUMN }}
          >
            {flag ? (
              <Link
                href={hrefOf(flag.key)}
                prefetch={false}
                tabIndex={-1}
                title={flag.key}
                className="line-clamp-2 leading-4 break-words hover:underline"
              >
                {flag.name}
              </Link>
            ) : (
              <span className="h-2 w-14 rounded-sm bg-border" />
            )}
          </div>
        );
      })}
    </div>
  );
}
