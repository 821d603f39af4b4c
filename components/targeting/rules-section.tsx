'use client';

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { ListOrdered, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { type Control, useController } from 'react-hook-form';
import { FieldError } from '@/components/shared/field-error';
import { Button } from '@/components/ui/button';
import { LIMITS } from '@/lib/changes/limits';
import type { Rule } from '@/lib/engine/types';
import type { Draft } from './draft';
import { useIssue } from './issues-context';
import { PlanLines } from './plan-lines';
import { RuleCard } from './rule-card';
import { duplicateRule, moveRuleTo, newRule, newRuleId } from './rule-list';
import { Section } from './section';
import { useTargeting } from './targeting-context';
import { useDragTexts } from './use-drag-texts';

/** The rules, first match first. Dragged into order by pointer or keyboard. */
export function RulesSection({ control }: { control: Control<Draft> }) {
  const t = useTranslations('targeting.rules');
  const { flag, isReadOnly } = useTargeting();
  const { field } = useController({ control, name: 'rules' });
  const rules = field.value;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [added, setAdded] = useState<string | null>(null);
  const issue = useIssue('rules');
  const dndId = useId();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const accessibility = useDragTexts(rules);

  const change = (next: Rule[]) => field.onChange(next);
  const toggle = (id: string, isOpen: boolean) => {
    const next = new Set(open);
    if (isOpen) next.add(id);
    else next.delete(id);
    setOpen(next);
  };
  const add = (next: Rule[], id: string) => {
    change(next);
    toggle(id, true);
    setAdded(id);
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return;
    const place = (id: string | number): number => rules.findIndex((rule) => rule.id === id);
    change(moveRuleTo(rules, place(active.id), place(over.id)));
  };
  return (
    <Section
      icon={<ListOrdered />}
      title={t('title')}
      description={t(rules.length === 0 ? 'none' : 'means')}
      action={
        !isReadOnly && (
          <Button
            variant="outline"
            size="sm"
            disabled={rules.length >= LIMITS.rules}
            onClick={() => {
              const id = newRuleId();
              add([...rules, newRule(flag, id)], id);
            }}
          >
            <Plus />
            {t('add')}
          </Button>
        )
      }
      className="p-0"
    >
      {rules.length > 0 && (
        <>
          <PlanLines />
          <DndContext
            id={dndId}
            sensors={sensors}
            collisionDetection={closestCenter}
            onDragEnd={onDragEnd}
            accessibility={accessibility}
          >
            <SortableContext items={rules.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
              <ol aria-label={t('title')} className="divide-y">
                {rules.map((rule, index) => (
                  <RuleCard
                    key={rule.id}
                    rule={rule}
                    index={index}
                    count={rules.length}
                    isOpen={open.has(rule.id)}
                    isNew={rule.id === added}
                    onOpenChange={(isOpen) => toggle(rule.id, isOpen)}
                    onChange={(next) => change(rules.with(index, next))}
                    onMove={(by) => change(moveRuleTo(rules, index, index + by))}
                    onRemove={() => change(rules.toSpliced(index, 1))}
                    onDuplicate={(name) => {
                      const id = newRuleId();
                      add(duplicateRule(rules, rule.id, id, name), id);
                    }}
                  />
                ))}
              </ol>
            </SortableContext>
          </DndContext>
          <FieldError className="px-4 py-2">{issue}</FieldError>
        </>
      )}
    </Section>
  );
}
