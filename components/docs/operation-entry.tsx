import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/shared/copy-button';
import { Markdown } from '@/components/shared/markdown';
import { Badge } from '@/components/ui/badge';
import type { DocOperation } from '@/lib/schemas/openapi/reading';
import { FieldList } from './field-list';
import { MethodBadge } from './method-badge';
import { TypeText } from './type-text';

/** One call: what it is for, what it takes and answers, and a command to try it with. */
export function OperationEntry({ operation }: { operation: DocOperation }) {
  const t = useTranslations('docs');
  const { id, method, path, summary, description, permission, parameters, body, success, errors } = operation;
  return (
    <article id={id} aria-labelledby={`${id}-title`} className="scroll-mt-20 border-t py-6">
      <div className="grid gap-x-8 gap-y-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <header>
            <h3 id={`${id}-title`} className="text-base font-semibold tracking-tight">
              <a href={`#${id}`} className="hover:underline">
                {summary}
              </a>
            </h3>
            <p className="mt-1 flex items-baseline font-mono text-[13px]">
              <MethodBadge method={method} />
              <span className="min-w-0 break-all">{path}</span>
            </p>
          </header>
          {description && <Markdown className="text-muted-foreground">{description}</Markdown>}
          <FieldList title={t('parameters')} fields={parameters} />
          <FieldList title={t('body')} fields={body} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <CommandBlock command={operation.curl} />
          <dl className="flex flex-col gap-2 text-[13px]">
            <div className="flex flex-wrap items-baseline gap-x-2">
              <dt className="text-muted-foreground">{t('answers')}</dt>
              <dd className="flex items-baseline gap-2">
                <Badge variant="success">{success.status}</Badge>
                {success.type.length > 0 && <TypeText type={success.type} />}
              </dd>
            </div>
            <div className="flex flex-wrap items-baseline gap-x-2">
              <dt className="text-muted-foreground">{t('refuses')}</dt>
              <dd className="font-mono text-xs text-muted-foreground">{errors.join(' · ')}</dd>
            </div>
            {permission && (
              <div className="flex flex-wrap items-baseline gap-x-2">
                <dt className="text-muted-foreground">{t('permission')}</dt>
                <dd>
                  <Badge variant="outline" className="font-mono">
                    {permission}
                  </Badge>
                </dd>
              </div>
            )}
          </dl>
        </div>
      </div>
    </article>
  );
}

function CommandBlock({ command }: { command: string }) {
  const t = useTranslations('docs');
  return (
    <div className="relative rounded-md border bg-muted">
      {/* Focusable, so that long lines can be scrolled from the keyboard. */}
      <pre tabIndex={0} aria-label={t('command')} className="overflow-x-auto p-3 pr-10 font-mono text-xs leading-5">
        {command}
      </pre>
      <CopyButton value={command} label={t('command')} className="absolute top-1.5 right-1.5 bg-muted" />
    </div>
  );
}
