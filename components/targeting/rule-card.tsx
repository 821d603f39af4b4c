'use client';

import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ChevronRight, GripVertical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { WindowState } from '@/components/shared/windows/window-state';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { Switch } from '@/components/ui/switch';
import { describeRule } from '@/lib/changes/describe-rule';
import { useSentences } from '@/lib/client/use-sentences';
import type { Rule } from '@/lib/engine/types';
import { ruleAnchor } from './rule-anchor';
import { useIssueCount } from './issues-context';
import { RuleEditor } from './rule-editor';
import { PlanMark } from './plan-lines';
import { RuleMenu } from './rule-menu';
import { RuleTraceMark } from './rule-trace-mark';
import { useTargeting } from './targeting-context';

export interface RuleCardProps {
  rule: Rule;
  index: number;
  count: number;
  isOpen: boolean;
  /** Was just added: its first field takes the focus. */
  isNew: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onChange: (rule: Rule) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onDuplicate: (name: string) => void;
}

/** A rule as a sentence; opened, as an editor. */
export function RuleCard({ rule, index, isOpen, isNew, onOpenChange, onChange, ...props }: RuleCardProps) {
  const t = useTranslations('targeting.rules');
  const { isReadOnly } = useTargeting();
  const problems = useIssueCount(`rules.${index}`);
  const bodyId = useId();
  const { setNodeRef, transform, transition, attributes, listeners, isDragging } = useSortable({
    id: rule.id,
    disabled: isReadOnly,
  });
  const label = rule.name.trim() || t('unnamed', { number: index + 1 });
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={cn('relative bg-card last:rounded-b-lg', isDragging && 'z-10 shadow-md')}
      aria-label={label}
    >
      <div className="flex items-start gap-1 py-2 pr-3 pl-1.5">
        {isReadOnly ? (
          <span className="w-3" />
        ) : (
          <button
            type="button"
            {...attributes}
            {...listeners}
            aria-label={t('drag', { rule: label })}
            className="mt-0.5 flex h-7 w-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-sm text-muted-foreground hover:text-foreground"
          >
            <GripVertical className="size-4" />
          </button>
        )}
        <button
          type="button"
          id={ruleAnchor(rule.id)}
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => onOpenChange(!isOpen)}
          className="flex min-w-0 flex-1 items-start gap-2 rounded-sm px-1 py-1 text-left"
        >
          <ChevronRight
            className={cn('mt-0.5 size-4 shrink-0 text-muted-foreground transition-transform', isOpen && 'rotate-90')}
          />
          <RuleSummary rule={rule} label={label} problems={problems} isOpen={isOpen} />
        </button>
        <div className="flex h-8 shrink-0 items-center gap-1.5">
          <RuleTraceMark rule={rule.id} />
          <Switch
            checked={rule.enabled}
            disabled={isReadOnly}
            aria-label={t('enabled', { rule: label })}
            onCheckedChange={(enabled) => onChange({ ...rule, enabled })}
          />
          {!isReadOnly && <RuleMenu label={label} index={index} {...props} />}
        </div>
      </div>
      {isOpen && (
        <div id={bodyId} className="border-t border-dashed px-4 pt-3 pb-4 sm:pl-10">
          <RuleEditor rule={rule} index={index} isNew={isNew} onChange={onChange} />
        </div>
      )}
    </li>
  );
}

interface RuleSummaryProps {
  rule: Rule;
  label: string;
  problems: number;
  isOpen: boolean;
}

function RuleSummary({ rule, label, problems, isOpen }: RuleSummaryProps) {
  const t = useTranslations('targeting.rules');
  const word = useSentences();
  return (
    <span className="grid min-w-0 gap-0.5">
      <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
        <span
          className={cn('min-w-0 text-sm leading-5 font-medium break-words', !rule.enabled && 'text-muted-foreground')}
        >
          {label}
        </span>
        {!rule.enabled && <Badge variant="outline">{t('disabled')}</Badge>}
        <PlanMark rule={rule.id} />
        {problems > 0 && <Badge variant="destructive">{t('problems', { count: problems })}</Badge>}
      </span>
      <span className={cn('text-[13px] leading-[18px] break-words text-muted-foreground', !isOpen && 'line-clamp-3')}>
        {word(describeRule({ ...rule, enabled: true }))}
      </span>
      {rule.enabled && rule.window && <WindowState window={rule.window} className="w-fit text-[13px] leading-[18px]" />}
    </span>
  );
}
