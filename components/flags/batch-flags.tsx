import { useTranslations } from 'next-intl';
import type { BatchPlan } from '@/lib/client/batch-plan';

/** The flags that a step changes, and those it leaves, each with the reason. */
export function BatchFlags({ plan: { changing, skipped } }: { plan: BatchPlan }) {
  const t = useTranslations('flags.batch');
  return (
    <div
      role="group"
      aria-label={t('flags')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region
      tabIndex={0}
      className="focus-inset max-h-56 overflow-y-auto rounded-md border"
    >
      <ul className="divide-y text-sm">
        {changing.map(({ key, name }) => (
          <li key={key} className="flex items-baseline justify-between gap-3 px-3 py-1.5">
            <span className="truncate">{name}</span>
            <code className="truncate font-mono text-xs text-muted-foreground">{key}</code>
          </li>
        ))}
        {skipped.map(({ flag: { key, name }, reason }) => (
          <li key={key} className="flex items-baseline justify-between gap-3 px-3 py-1.5 text-muted-foreground">
            <span className="truncate">{name}</span>
            <span className="shrink-0 text-xs">{t(`skipped.${reason}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
