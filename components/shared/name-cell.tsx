import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { KeyText } from './key-text';

export interface NameCellProps {
  name: string;
  keyText: string;
  href?: string;
  /** Beside the name: a mark, a badge. */
  meta?: ReactNode;
  className?: string;
}

/** Name over key, as the first column of a list: two lines that fit a 40 px row. */
export function NameCell({ name, keyText, href, meta, className }: NameCellProps) {
  return (
    <div className={cn('flex min-w-0 flex-col items-start', className)}>
      <div className="flex max-w-full min-w-0 items-center gap-1.5">
        {href ? (
          <Link href={href} className="truncate rounded-sm leading-[18px] font-medium hover:underline">
            {name}
          </Link>
        ) : (
          <span className="truncate leading-[18px] font-medium">{name}</span>
        )}
        {meta}
      </div>
      <KeyText value={keyText} />
    </div>
  );
}
