'use client';

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { GripVertical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { cn } from '@/components/ui/cn';

export interface SortableListProps<T> {
  label: string;
  items: readonly T[];
  idOf: (item: T) => string;
  /** An item in words, for whoever hears it move. */
  nameOf: (item: T) => string;
  onMove: (from: number, to: number) => void;
  isReadOnly?: boolean;
  children: (item: T, index: number) => ReactNode;
  className?: string;
}

/** Rows that are put in order by dragging, or by space and the arrow keys on their handle. */
export function SortableList<T>({ label, items, idOf, nameOf, onMove, ...props }: SortableListProps<T>) {
  const { isReadOnly = false, children, className } = props;
  const t = useTranslations('common.sortable');
  const dndId = useId();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const indexOf = (id: UniqueIdentifier): number => items.findIndex((item) => idOf(item) === id);
  const name = (id: UniqueIdentifier): string => {
    const item = items[indexOf(id)];
    return item === undefined ? '' : nameOf(item);
  };
  const total = items.length;
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) onMove(indexOf(active.id), indexOf(over.id));
  };
  return (
    <DndContext
      id={dndId}
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={{
        screenReaderInstructions: { draggable: t('instructions') },
        announcements: {
          onDragStart: ({ active }) => t('start', { name: name(active.id) }),
          onDragOver: ({ active, over }) =>
            over ? t('over', { name: name(active.id), place: indexOf(over.id) + 1, total }) : undefined,
          onDragEnd: ({ active, over }) =>
            over
              ? t('end', { name: name(active.id), place: indexOf(over.id) + 1, total })
              : t('cancel', { name: name(active.id) }),
          onDragCancel: ({ active }) => t('cancel', { name: name(active.id) }),
        },
      }}
    >
      <SortableContext items={items.map(idOf)} strategy={verticalListSortingStrategy}>
        <ol aria-label={label} className={cn('divide-y rounded-md border', className)}>
          {items.map((item, index) => (
            <SortableRow key={idOf(item)} id={idOf(item)} name={nameOf(item)} isReadOnly={isReadOnly}>
              {children(item, index)}
            </SortableRow>
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

interface SortableRowProps {
  id: string;
  name: string;
  isReadOnly: boolean;
  children: ReactNode;
}

function SortableRow({ id, name, isReadOnly, children }: SortableRowProps) {
  const t = useTranslations('common.sortable');
  const { setNodeRef, transform, transition, attributes, listeners, isDragging } = useSortable({
    id,
    disabled: isReadOnly,
  });
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      aria-label={name}
      className={cn(
        'relative flex items-start gap-1 bg-card py-2 pr-3 pl-1.5 first:rounded-t-md last:rounded-b-md',
        isDragging && 'z-10 shadow-md',
      )}
    >
      {isReadOnly ? (
        <span className="w-3" />
      ) : (
        <button
          type="button"
          {...attributes}
          {...listeners}
          aria-label={t('move', { name })}
          className="mt-0.5 flex h-7 w-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-sm text-muted-foreground hover:text-foreground"
        >
          <GripVertical className="size-4" />
        </button>
      )}
      <div className="min-w-0 flex-1">{children}</div>
    </li>
  );
}
