'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';

const SHOWN = 2;

/** A flag's first tags; each narrows the list to the flags that have it. */
export function FlagTags({ tags, onTag }: { tags: readonly string[]; onTag: (tag: string) => void }) {
  const t = useTranslations('flags');
  const hidden = tags.slice(SHOWN);
  return (
    <span className="flex min-w-0 items-center gap-1 overflow-hidden">
      {tags.slice(0, SHOWN).map((tag) => (
        <Badge
          key={tag}
          asChild
          variant="outline"
          className="min-w-0 shrink hover:border-control hover:text-foreground"
        >
          <button type="button" aria-label={t('filterByTag', { tag })} onClick={() => onTag(tag)}>
            <span className="truncate">{tag}</span>
          </button>
        </Badge>
      ))}
      {hidden.length > 0 && (
        <span className="text-xs text-muted-foreground tabular-nums" title={hidden.join(', ')}>
          +{hidden.length}
        </span>
      )}
    </span>
  );
}
