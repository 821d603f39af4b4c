'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { JsonEditor } from '@/components/shared/json-editor';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import type { EvaluationContext } from '@/lib/engine/types';
import type { AttributeSuggestion } from '../conditions/attribute-suggestions';
import { type ContextRow, contextToRows, readContext, rowsToContext } from './context-rows';

export interface ContextEditorProps {
  value: EvaluationContext;
  onChange: (value: EvaluationContext) => void;
  suggestions: readonly AttributeSuggestion[];
  /** What the attributes are, where they are no context. */
  title?: string;
}

/** A context as rows or as JSON. Mount it again to show another context than the one it was given. */
export function ContextEditor({ value, onChange, suggestions, title }: ContextEditorProps) {
  const t = useTranslations('targeting.context');
  const [mode, setMode] = useState<'rows' | 'json'>('rows');
  return (
    <div className="grid gap-2">
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-[13px] font-medium">{title ?? t('title')}</h3>
        <ToggleGroup
          type="single"
          value={mode}
          aria-label={t('mode')}
          className="h-6.5"
          onValueChange={(next) => (next === 'rows' || next === 'json') && setMode(next)}
        >
          <ToggleGroupItem value="rows" className="text-xs">
            {t('rows')}
          </ToggleGroupItem>
          <ToggleGroupItem value="json" className="text-xs">
            JSON
          </ToggleGroupItem>
        </ToggleGroup>
      </div>
      {mode === 'rows' ? (
        <ContextRows value={value} onChange={onChange} suggestions={suggestions} title={title} />
      ) : (
        <ContextJson value={value} onChange={onChange} title={title} />
      )}
    </div>
  );
}

function ContextRows({ value, onChange, suggestions, title }: ContextEditorProps) {
  const t = useTranslations('targeting.context');
  const [rows, setRows] = useState<readonly ContextRow[]>(() => contextToRows(value));
  const namesId = useId();
  const change = (next: readonly ContextRow[]) => {
    setRows(next);
    onChange(rowsToContext(next));
  };
  return (
    <div className="grid gap-1.5">
      <ul aria-label={title ?? t('title')} className="grid gap-1.5">
        {rows.map((row, index) => (
          <ContextRowInput
            // Names may repeat while they are typed, so that a row has no identity but its place.
            key={`row-${index.toString()}`}
            row={row}
            index={index}
            namesId={namesId}
            values={suggestions.find(({ name }) => name === row.name)?.values ?? []}
            onChange={(next) => change(rows.with(index, next))}
            onRemove={() => change(rows.toSpliced(index, 1))}
          />
        ))}
      </ul>
      <datalist id={namesId}>
        {suggestions.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Button
        variant="ghost"
        size="xs"
        className="-ml-2 justify-self-start"
        onClick={() => setRows([...rows, { name: '', text: '' }])}
      >
        <Plus />
        {t('add')}
      </Button>
    </div>
  );
}

interface ContextRowInputProps {
  row: ContextRow;
  index: number;
  namesId: string;
  values: readonly string[];
  onChange: (row: ContextRow) => void;
  onRemove: () => void;
}

function ContextRowInput({ row, index, namesId, values, onChange, onRemove }: ContextRowInputProps) {
  const t = useTranslations('targeting.context');
  const valuesId = useId();
  return (
    <li className="flex items-center gap-1">
      <Input
        aria-label={t('name', { number: index + 1 })}
        value={row.name}
        list={namesId}
        placeholder={t('namePlaceholder')}
        spellCheck={false}
        autoComplete="off"
        className="h-7 flex-1 basis-24 px-2 font-mono text-xs"
        onChange={(event) => onChange({ ...row, name: event.target.value })}
      />
      <Input
        aria-label={row.name ? t('valueOf', { name: row.name }) : t('value', { number: index + 1 })}
        value={row.text}
        list={values.length > 0 ? valuesId : undefined}
        placeholder={t('valuePlaceholder')}
        title={t('valueHint')}
        spellCheck={false}
        autoComplete="off"
        className="h-7 flex-1 basis-32 px-2 font-mono text-xs"
        onChange={(event) => onChange({ ...row, text: event.target.value })}
      />
      {values.length > 0 && (
        <datalist id={valuesId}>
          {values.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
      <Button
        variant="ghost"
        size="icon-xs"
        className="text-muted-foreground"
        aria-label={t('remove', { name: row.name || String(index + 1) })}
        onClick={onRemove}
      >
        <X />
      </Button>
    </li>
  );
}

function ContextJson({ value, onChange, title }: Omit<ContextEditorProps, 'suggestions'>) {
  const t = useTranslations('targeting.context');
  const [text, setText] = useState(() => JSON.stringify(value, null, 2));
  const [isRefused, setRefused] = useState(false);
  return (
    <JsonEditor
      value={text}
      rows={8}
      aria-label={title ?? t('title')}
      error={isRefused ? t('notContext') : undefined}
      onChange={(next, result) => {
        setText(next);
        const context = result.ok ? readContext(result.value) : null;
        setRefused(result.ok && context === null);
        if (context) onChange(context);
      }}
    />
  );
}
