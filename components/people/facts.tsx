'use client';

import type { ReactNode } from 'react';

/** Names and values, one a line. */
export function Facts({ rows }: { rows: readonly { name: string; value: ReactNode }[] }) {
  return (
    <dl className="grid gap-1.5 text-[13px]">
      {rows.map(({ name, value }) => (
        <div key={name} className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-baseline gap-3">
          <dt className="truncate font-mono text-xs text-muted-foreground" title={name}>
            {name}
          </dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A value of JSON as it is written. */
export const JsonText = ({ value }: { value: unknown }) => (
  <code className="font-mono text-xs break-all">{typeof value === 'string' ? value : JSON.stringify(value)}</code>
);
