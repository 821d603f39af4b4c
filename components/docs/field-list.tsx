import { useTranslations } from 'next-intl';
import type { DocField } from '@/lib/schemas/openapi/reading';
import { InlineText } from './inline-text';
import { TypeText } from './type-text';

interface FieldListProps {
  title: string;
  fields: readonly (DocField & { place?: string })[];
}

/** Fields with their types, one a line; required ones say so in a word. */
export function FieldList({ title, fields }: FieldListProps) {
  const t = useTranslations('docs');
  if (fields.length === 0) return null;
  return (
    <section>
      <h4 className="mb-1 text-xs font-medium text-muted-foreground">{title}</h4>
      <ul className="divide-y rounded-md border">
        {fields.map((field) => (
          <li key={`${field.place ?? ''}.${field.name}`} className="flex flex-col gap-0.5 px-3 py-1.5">
            <div className="flex flex-wrap items-baseline gap-x-2">
              <code className="font-mono text-[13px] font-medium break-all">{field.name}</code>
              {field.place && (
                <span className="text-xs text-muted-foreground">{t(`place.${placeOf(field.place)}`)}</span>
              )}
              <TypeText type={field.type} />
              {field.required && <span className="text-xs font-medium text-warning">{t('required')}</span>}
            </div>
            {field.description && (
              <InlineText className="text-[13px] text-muted-foreground">{field.description}</InlineText>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const placeOf = (place: string): 'path' | 'query' | 'header' =>
  place === 'path' || place === 'header' ? place : 'query';
