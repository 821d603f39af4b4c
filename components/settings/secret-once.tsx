'use client';

import { TriangleAlert } from 'lucide-react';
import { CopyButton } from '@/components/shared/copy-button';

/** A secret that is shown this once: a key, a one-time link. */
export function SecretOnce({ value, hint, label }: { value: string; hint: string; label: string }) {
  return (
    <div className="grid min-w-0 grid-cols-1 gap-2">
      <p className="flex gap-2 text-[13px] text-muted-foreground">
        <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warning" />
        {hint}
      </p>
      <div className="flex items-center gap-2 rounded-md border bg-muted/40 py-1 pr-1 pl-3">
        <code aria-label={label} className="min-w-0 flex-1 truncate font-mono text-xs select-all">
          {value}
        </code>
        <CopyButton value={value} label={label} />
      </div>
    </div>
  );
}
