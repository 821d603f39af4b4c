'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { JsonEditor } from '@/components/shared/json-editor';
import type { JsonResult } from '@/components/shared/parse-json';
import { useIssueText } from '@/lib/client/use-issue-text';
import { issuesOf } from '@/lib/schemas/issues';
import { type Strategy, strategySchema } from '@/lib/schemas/plan';
import { type PlanDraft, strategyJson } from './plan-draft';

export interface JsonViewProps {
  draft: PlanDraft;
  /** Only with what is a strategy. */
  onChange: (strategy: Strategy) => void;
  /** Whether the text is one; while it is not, nothing can be saved. */
  onValid: (isValid: boolean) => void;
}

const ROWS = 24;
const SHOWN = 8;

/** The strategy as JSON, as the API takes it. What is typed stays as typed; the form follows while it can be read. */
export function JsonView({ draft, onChange, onValid }: JsonViewProps) {
  const t = useTranslations('plans.builder.json');
  const textOf = useIssueText();
  const [text, setText] = useState(() => JSON.stringify(strategyJson(draft), null, 2));
  const [issues, setIssues] = useState<{ path: string; message: string }[]>(() => checked(strategyJson(draft)));

  function checked(value: unknown): { path: string; message: string }[] {
    const parsed = strategySchema.safeParse(value);
    if (parsed.success) return [];
    return issuesOf(parsed.error).map((issue) => ({ path: issue.path, message: textOf(issue) }));
  }
  const change = (next: string, result: JsonResult): void => {
    setText(next);
    const parsed = result.ok ? strategySchema.safeParse(result.value) : null;
    setIssues(result.ok ? checked(result.value) : []);
    onValid(parsed?.success === true);
    if (parsed?.success) onChange(parsed.data);
  };
  return (
    <div className="grid gap-2">
      <p className="text-[13px] text-muted-foreground">{t('hint')}</p>
      <JsonEditor
        value={text}
        rows={ROWS}
        aria-label={t('label')}
        error={issues.length > 0 ? t('issues', { count: issues.length }) : undefined}
        onChange={change}
      />
      {issues.length > 0 && (
        <ul aria-label={t('wrong')} className="grid gap-1 text-[13px] text-destructive-text">
          {issues.slice(0, SHOWN).map(({ path, message }) => (
            <li key={`${path} ${message}`} className="break-words">
              {path !== '' && <code className="mr-2 font-mono text-xs">{path}</code>}
              {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
