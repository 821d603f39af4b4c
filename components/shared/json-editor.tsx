'use client';

import { CircleCheck, CircleX, WandSparkles } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { type JsonResult, parseJson } from './parse-json';

export interface JsonEditorProps {
  /** The text as typed, valid or not. */
  value: string;
  onChange: (text: string, result: JsonResult) => void;
  /** A further error than the syntax: "must be an object", say. */
  error?: ReactNode;
  rows?: number;
  readOnly?: boolean;
  id?: string;
  className?: string;
  'aria-label'?: string;
  'aria-labelledby'?: string;
  'aria-describedby'?: string;
}

export function JsonEditor({ value, onChange, error, rows = 8, readOnly, id, className, ...aria }: JsonEditorProps) {
  const gutter = useRef<HTMLDivElement>(null);
  const ownId = useId();
  const statusId = `${id ?? ownId}-status`;
  const result = useMemo(() => parseJson(value), [value]);
  const isInvalid = !result.ok || Boolean(error);
  const lineCount = value.split('\n').length;
  const change = (text: string) => onChange(text, parseJson(text));
  return (
    <div
      className={cn(
        'h-fit overflow-hidden rounded-md border border-input bg-background transition-colors focus-within:border-ring',
        'focus-within:outline-1 focus-within:outline-ring',
        isInvalid && 'border-destructive',
        className,
      )}
    >
      <div className="flex font-mono text-xs leading-5">
        <div
          ref={gutter}
          aria-hidden="true"
          style={{ maxHeight: `${rows * 20 + 16}px` }}
          className="shrink-0 overflow-hidden border-r bg-muted/60 py-2 pr-2 pl-3 text-right text-muted-foreground select-none"
        >
          {Array.from({ length: lineCount }, (_, index) => index + 1).map((line) => (
            <div key={line} className={cn(!result.ok && result.line === line && 'font-semibold text-destructive-text')}>
              {line}
            </div>
          ))}
        </div>
        <textarea
          id={id ?? ownId}
          {...aria}
          aria-invalid={isInvalid}
          aria-describedby={[aria['aria-describedby'], statusId].filter(Boolean).join(' ')}
          value={value}
          rows={rows}
          readOnly={readOnly}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          className="block min-w-0 flex-1 resize-none overflow-auto bg-transparent px-3 py-2 outline-none"
          style={{ height: `${rows * 20 + 16}px` }}
          onChange={(event) => change(event.target.value)}
          onKeyDown={keepIndentation}
          onScroll={(event) => gutter.current?.scrollTo({ top: event.currentTarget.scrollTop })}
        />
      </div>
      <JsonStatus
        id={statusId}
        result={result}
        error={error}
        onFormat={readOnly || !result.ok ? undefined : () => change(JSON.stringify(result.value, null, 2))}
      />
    </div>
  );
}

/** Enter starts the next line where this one starts. Tab is left to move the focus. */
function keepIndentation(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  const { value, selectionStart } = event.currentTarget;
  const line = value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart);
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const deeper = /[[{]\s*$/.test(line) ? '  ' : '';
  if (indent + deeper === '') return;
  event.preventDefault();
  // insertText keeps the browser's own undo history.
  document.execCommand('insertText', false, `\n${indent}${deeper}`);
}

interface JsonStatusProps {
  id: string;
  result: JsonResult;
  error?: ReactNode;
  onFormat?: () => void;
}

function JsonStatus({ id, result, error, onFormat }: JsonStatusProps) {
  const t = useTranslations('common');
  const isFine = result.ok && !error;
  return (
    <div className="flex min-h-8 items-center justify-between gap-2 border-t bg-muted/60 px-3 text-xs">
      <p
        id={id}
        aria-live="polite"
        className={cn('flex items-center gap-1.5', isFine ? 'text-muted-foreground' : 'text-destructive-text')}
      >
        {isFine ? (
          <CircleCheck aria-hidden="true" className="size-3.5" />
        ) : (
          <CircleX aria-hidden="true" className="size-3.5" />
        )}
        {result.ok ? (error ?? t('json.valid')) : t('json.invalidAt', { line: result.line, column: result.column })}
      </p>
      {onFormat && (
        <Button variant="ghost" size="xs" onClick={onFormat}>
          <WandSparkles />
          {t('json.format')}
        </Button>
      )}
    </div>
  );
}
