'use client';

import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';

export interface FieldRowsProps {
  rows: readonly { id: string }[];
  disabled: boolean;
  /** Tailwind columns of a row from `sm` on. */
  columns: string;
  labels: { none: string; add: string; remove: (index: number) => string };
  onAdd: () => void;
  onRemove: (index: number) => void;
  /** The fields of a row. */
  children: (index: number) => ReactNode;
  /** What is wrong with the list as a whole. */
  error?: ReactNode;
}

/** Rows of fields that can be added and removed. */
export function FieldRows({ rows, disabled, columns, labels, onAdd, onRemove, children, error }: FieldRowsProps) {
  return (
    <div className="grid gap-2">
      {rows.length === 0 && <p className="text-sm text-muted-foreground">{labels.none}</p>}
      <ul className="grid gap-2 empty:hidden">
        {rows.map((row, index) => (
          <li key={row.id} className="flex items-start gap-2">
            <div className={`grid min-w-0 flex-1 gap-2 ${columns}`}>{children(index)}</div>
            {!disabled && (
              <Button variant="ghost" size="icon" aria-label={labels.remove(index)} onClick={() => onRemove(index)}>
                <Trash2 />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error}
      {!disabled && (
        <Button variant="outline" size="sm" className="w-fit" onClick={onAdd}>
          <Plus />
          {labels.add}
        </Button>
      )}
    </div>
  );
}
