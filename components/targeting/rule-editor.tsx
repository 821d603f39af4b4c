'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useMemo } from 'react';
import { FieldError } from '@/components/shared/field-error';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import type { Rule } from '@/lib/engine/types';
import { ChecksProvider } from './conditions/checks-context';
import { checksByPlace } from './conditions/checks-by-place';
import { GroupEditor } from './conditions/group-editor';
import { useIssue } from './issues-context';
import { RolloutEditor } from './serve/rollout-editor';
import { ServeEditor } from './serve/serve-editor';
import { WindowEditor } from './serve/window-editor';
import { useTargeting } from './targeting-context';

export interface RuleEditorProps {
  rule: Rule;
  index: number;
  /** Was just added: its first field takes the focus. */
  isNew: boolean;
  onChange: (rule: Rule) => void;
}

/** Everything about one rule. */
export function RuleEditor({ rule, index, isNew, onChange }: RuleEditorProps) {
  const t = useTranslations('targeting.rule');
  const { traces } = useTargeting();
  const path = `rules.${index}`;
  const conditions = traces.get(rule.id)?.conditions;
  const checks = useMemo(() => checksByPlace(conditions), [conditions]);
  return (
    <ChecksProvider value={checks}>
      <div className="grid min-w-0 gap-4">
        <div className="grid gap-3 sm:grid-cols-2">
          <RuleText
            label={t('name')}
            path={`${path}.name`}
            value={rule.name}
            maxLength={200}
            autoFocus={isNew}
            onChange={(name) => onChange({ ...rule, name })}
          />
          <RuleText
            label={t('description')}
            path={`${path}.description`}
            value={rule.description}
            maxLength={10_000}
            onChange={(description) => onChange({ ...rule, description })}
          />
        </div>
        <Part title={t('if')}>
          <GroupEditor
            path={path}
            place=""
            depth={0}
            value={rule}
            onChange={({ operator, conditions: next }) => onChange({ ...rule, operator, conditions: next })}
          />
        </Part>
        <Part title={t('then')}>
          <div className="grid gap-3">
            <ServeEditor
              path={`${path}.serve`}
              value={rule.serve}
              label={t('serve')}
              onChange={(serve) => onChange({ ...rule, serve })}
            />
            <RolloutEditor
              path={`${path}.rollout`}
              value={rule.rollout}
              onChange={(rollout) => onChange({ ...rule, rollout })}
            />
            <WindowEditor
              path={`${path}.window`}
              value={rule.window}
              onChange={(window) => onChange({ ...rule, window })}
            />
          </div>
        </Part>
      </div>
    </ChecksProvider>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 gap-2">
      <h3 className="text-xs font-semibold tracking-wide text-muted-foreground uppercase">{title}</h3>
      {children}
    </div>
  );
}

interface RuleTextProps {
  label: string;
  path: string;
  value: string;
  maxLength: number;
  autoFocus?: boolean;
  onChange: (value: string) => void;
}

function RuleText({ label, path, value, maxLength, autoFocus, onChange }: RuleTextProps) {
  const { isReadOnly } = useTargeting();
  const id = useId();
  const issue = useIssue(path);
  return (
    <div className="grid content-start gap-1">
      <Label htmlFor={id}>{label}</Label>
      <Input
        id={id}
        value={value}
        maxLength={maxLength}
        autoFocus={autoFocus}
        disabled={isReadOnly}
        aria-invalid={issue !== undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      <FieldError>{issue}</FieldError>
    </div>
  );
}
