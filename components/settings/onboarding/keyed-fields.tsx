'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { FieldError } from '@/components/shared/field-error';
import { useIssue } from '@/components/targeting/issues-context';
import { Input } from '@/components/ui/input';
import { cn } from '@/components/ui/cn';

interface LineProps {
  label: string;
  value: string;
  path: string;
  onChange: (value: string) => void;
  isReadOnly: boolean;
  isCode?: boolean;
  autoFocus?: boolean;
  placeholder?: string;
}

/** A line of text in a row, named for who cannot see the column, with what is wrong beneath. */
export function LineField({ label, value, path, onChange, isReadOnly, isCode = false, ...rest }: LineProps) {
  const id = useId();
  const found = useIssue(path);
  // What was just added is empty, which the bar below says; nobody did anything wrong yet.
  const issue = value === '' ? undefined : found;
  return (
    <div className="grid min-w-0 flex-1 basis-40 gap-1">
      <Input
        {...rest}
        aria-label={label}
        aria-invalid={issue !== undefined}
        aria-describedby={issue === undefined ? undefined : id}
        value={value}
        readOnly={isReadOnly}
        spellCheck={false}
        autoComplete="off"
        className={cn('h-8', isCode && 'font-mono text-[13px]')}
        onChange={(event) => onChange(event.target.value)}
      />
      <FieldError id={id}>{issue}</FieldError>
    </div>
  );
}

export interface KeyedFieldsProps<T> {
  path: string;
  value: T;
  isReadOnly: boolean;
  onChange: (changes: { key?: string; name?: string }) => void;
}

/** Name and key. A stored key stays: subjects, rules and applications know it. */
export function KeyedFields<T extends { key: string; name: string; isKept: boolean }>({
  path,
  value,
  isReadOnly,
  onChange,
}: KeyedFieldsProps<T>) {
  const t = useTranslations('onboarding');
  const keyIssue = useIssue(path);
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-start gap-2">
      <LineField
        label={t('name')}
        placeholder={t('name')}
        path={`${path}.name`}
        value={value.name}
        isReadOnly={isReadOnly}
        autoFocus={!value.isKept && value.key === ''}
        onChange={(name) => onChange({ name, ...(followsName(value) && { key: keyFrom(name) }) })}
      />
      {value.isKept ? (
        <code className="flex h-8 min-w-0 flex-1 basis-40 items-center truncate font-mono text-xs text-muted-foreground">
          {value.key}
        </code>
      ) : (
        <LineField
          label={t('key')}
          placeholder={t('key')}
          path={`${path}.key`}
          value={value.key}
          isReadOnly={isReadOnly}
          isCode
          onChange={(key) => onChange({ key })}
        />
      )}
      <FieldError className="basis-full">{keyIssue}</FieldError>
    </div>
  );
}

/** A key that a name suggests. */
const keyFrom = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 200);

const followsName = ({ key, name, isKept }: { key: string; name: string; isKept: boolean }): boolean =>
  !isKept && (key === '' || key === keyFrom(name));
