import { useTranslations } from 'next-intl';
import type { DocSchema } from '@/lib/schemas/openapi/reading';
import { FieldList } from './field-list';
import { InlineText } from './inline-text';
import { TypeText } from './type-text';

/** A named shape, as calls take or answer it. */
export function SchemaEntry({ schema }: { schema: DocSchema }) {
  const t = useTranslations('docs');
  return (
    <article id={`schema-${schema.name}`} className="flex min-w-0 scroll-mt-20 flex-col gap-2 border-t py-5">
      <h3 className="font-mono text-sm font-semibold">{schema.name}</h3>
      {schema.description && (
        <InlineText className="text-[13px] text-muted-foreground">{schema.description}</InlineText>
      )}
      {schema.fields.length > 0 ? (
        <FieldList title={t('fields')} fields={schema.fields} />
      ) : (
        <TypeText type={schema.type} />
      )}
    </article>
  );
}
