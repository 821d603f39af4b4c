'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { FieldError } from '@/components/shared/field-error';
import { cn } from '@/components/ui/cn';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import type { Condition, ConditionGroup, GroupOperator } from '@/lib/engine/types';
import { useIssue } from '../issues-context';
import { useConditions } from './conditions-context';
import { AddCondition } from './add-condition';
import { useCheck } from './checks-context';
import { CheckMark } from './check-mark';
import { AttributeConditionEditor } from './attribute-condition-editor';
import { ConditionMenu } from './condition-menu';
import { moveCondition } from './condition-tree';
import { SegmentConditionEditor } from './segment-condition-editor';
import { segmentOf } from './segment-condition';

const OPERATORS: readonly GroupOperator[] = ['AND', 'OR', 'NOT'];

export interface GroupEditorProps {
  /** Of the form, such as `rules.0.conditions.1`. */
  path: string;
  /** Positions among the conditions, such as `1.0`; empty for the rule itself. */
  place: string;
  /** Groups around this one. */
  depth: number;
  value: ConditionGroup;
  onChange: (value: ConditionGroup) => void;
  /** For a group among others: what can be done with it as a whole. */
  menu?: ReactNode;
  /** What no conditions mean here, where that is something else than in a rule. */
  emptyText?: string;
}

/** Conditions joined by all of, any of or none of; groups within are indented. */
export function GroupEditor({ path, place, depth, value, onChange, menu, emptyText }: GroupEditorProps) {
  const t = useTranslations('targeting.group');
  const { isReadOnly } = useConditions();
  const issue = useIssue(`${path}.conditions`);
  const check = useCheck(place);
  const set = (conditions: Condition[]) => onChange({ ...value, conditions });
  const list = useRef<HTMLDivElement>(null);
  const focusLast = useRef(false);
  const count = value.conditions.length;
  useEffect(() => {
    if (!focusLast.current) return;
    focusLast.current = false;
    list.current
      ?.querySelector<HTMLElement>(`:scope > [data-condition="${count - 1}"] [aria-haspopup=dialog]`)
      ?.focus();
  }, [count]);
  const add = (condition: Condition) => {
    focusLast.current = true;
    set([...value.conditions, condition]);
  };
  return (
    <div role="group" aria-label={t('label', { depth: depth + 1 })} className="grid min-w-0 gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <ToggleGroup
          type="single"
          value={value.operator}
          aria-label={t('operator')}
          disabled={isReadOnly}
          className="h-7"
          onValueChange={(next) => {
            const operator = OPERATORS.find((each) => each === next);
            if (operator) onChange({ ...value, operator });
          }}
        >
          {OPERATORS.map((operator) => (
            <ToggleGroupItem key={operator} value={operator}>
              {t(operator)}
            </ToggleGroupItem>
          ))}
        </ToggleGroup>
        <span className="text-[13px] text-muted-foreground max-sm:hidden">{t(`means.${value.operator}`)}</span>
        <span className="ml-auto flex items-center gap-1">
          {place !== '' && <CheckMark check={check} />}
          {menu}
        </span>
      </div>
      <div
        ref={list}
        className={cn('grid min-w-0 gap-2 border-l-2 pl-3', depth % 2 === 0 ? 'border-input' : 'border-primary/35')}
      >
        {value.conditions.map((condition, index) => (
          // Conditions have no identity but their place.
          <div key={`condition-${index.toString()}`} data-condition={index} className="min-w-0">
            <ConditionRow
              path={`${path}.conditions.${index}`}
              place={place === '' ? String(index) : `${place}.${index}`}
              depth={depth}
              index={index}
              siblings={value.conditions}
              onChange={set}
            />
          </div>
        ))}
        {value.conditions.length === 0 && (
          <p className="text-[13px] text-muted-foreground">
            {emptyText ?? t(value.operator === 'OR' ? 'emptyNobody' : 'emptyAll')}
          </p>
        )}
        {!isReadOnly && <AddCondition depth={depth} onAdd={add} />}
        <FieldError>{issue}</FieldError>
      </div>
    </div>
  );
}

interface ConditionRowProps {
  path: string;
  place: string;
  /** Groups around the one this stands in. */
  depth: number;
  index: number;
  siblings: readonly Condition[];
  onChange: (siblings: Condition[]) => void;
}

/** One condition, segment or group among its siblings. */
function ConditionRow({ path, place, depth, index, siblings, onChange }: ConditionRowProps) {
  const condition = siblings[index];
  if (condition === undefined) return null;
  const replace = (next: Condition) => onChange(siblings.toSpliced(index, 1, next));
  const move = (by: -1 | 1) =>
    onChange(moveCondition({ operator: 'AND', conditions: [...siblings] }, [index], by).conditions);
  const menu = (
    <ConditionMenu
      condition={condition}
      depth={depth}
      isFirst={index === 0}
      isLast={index === siblings.length - 1}
      onMove={move}
      onReplace={(next) => onChange(siblings.toSpliced(index, 1, ...next))}
    />
  );
  if ('conditions' in condition) {
    return (
      <GroupEditor
        path={path}
        place={place}
        depth={depth + 1}
        value={condition}
        onChange={(next) => replace(next)}
        menu={menu}
      />
    );
  }
  const segment = segmentOf(condition);
  if (segment) {
    return <SegmentConditionEditor path={path} place={place} value={segment} onChange={replace} menu={menu} />;
  }
  if ('segment' in condition) return null;
  return <AttributeConditionEditor path={path} place={place} value={condition} onChange={replace} menu={menu} />;
}
