import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EnvironmentBadge, type EnvironmentLike } from '@/components/shared/environment-badge';

/** Says in which environments a change is noticed at once; nothing where it is noticed nowhere. */
export function ReachedNote({ environments }: { environments: readonly EnvironmentLike[] }) {
  const t = useTranslations('flags');
  if (environments.length === 0) return <p className="text-sm text-muted-foreground">{t('reached.none')}</p>;
  return (
    <div className="flex gap-2 rounded-md border border-warning/30 bg-warning/10 px-3 py-2 text-sm">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warning" />
      <div className="grid gap-1.5">
        <p>{t('reached.some', { count: environments.length })}</p>
        <ul className="flex flex-wrap gap-1.5">
          {environments.map((environment) => (
            <li key={environment.key} className="flex">
              <EnvironmentBadge environment={environment} className="bg-background" />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
