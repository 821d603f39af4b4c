import { useTranslations } from 'next-intl';
import type { ApiReading } from '@/lib/schemas/openapi/reading';
import { MethodBadge } from './method-badge';

/** All calls by group; each group opens on its own, so that the list stays short without a script. */
export function DocsNavigation({ reading }: { reading: ApiReading }) {
  const t = useTranslations('docs');
  return (
    <nav aria-label={t('contents')} className="flex flex-col gap-0.5 text-[13px]">
      {reading.groups.map((group, index) => (
        <details key={group.slug} open={index === 0} className="group">
          <summary className="focus-inset cursor-pointer rounded-md px-2 py-1 font-medium hover:bg-accent">
            {group.name}
          </summary>
          <ul className="mt-0.5 mb-2 flex flex-col border-l pl-1 ml-2">
            {group.operations.map((operation) => (
              <li key={operation.id}>
                <a
                  href={`#${operation.id}`}
                  className="focus-inset flex items-baseline rounded-md px-2 py-1 text-muted-foreground hover:bg-accent hover:text-foreground"
                >
                  <MethodBadge method={operation.method} className="text-[11px]" />
                  <span className="min-w-0">{operation.summary}</span>
                </a>
              </li>
            ))}
          </ul>
        </details>
      ))}
      <a href="#schemas" className="focus-inset rounded-md px-2 py-1 font-medium hover:bg-accent">
        {t('schemas')}
      </a>
    </nav>
  );
}
