import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { EnvironmentBadge, type EnvironmentLike } from '@/components/shared/environment-badge';
import type { RefusedUse } from './usage-of-issue';

export interface UsageListProps {
  /** The list's accessible name. */
  label: string;
  uses: readonly RefusedUse[];
  project: string;
  environments: readonly EnvironmentLike[];
}

/** What uses a flag, each with the way there. */
export function UsageList({ label, uses, project, environments }: UsageListProps) {
  const t = useTranslations('flags.usage');
  return (
    <ul aria-label={label} className="grid max-h-64 gap-1.5 overflow-y-auto text-sm">
      {uses.map((use) => (
        <li key={`${use.kind} ${use.environment} ${use.key}`} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <EnvironmentBadge
            environment={
              environments.find(({ key }) => key === use.environment) ?? { key: use.environment, name: use.environment }
            }
            className="bg-background"
          />
          <span className="text-muted-foreground">{t(`kind.${use.kind}`)}</span>
          <UseLink use={use} project={project} />
        </li>
      ))}
    </ul>
  );
}

function UseLink({ use: { kind, key, environment }, project }: { use: RefusedUse; project: string }) {
  // Overrides, memberships and code defaults are the flag's own: there is nowhere else to go.
  if (kind === 'override' || kind === 'membership' || kind === 'codeDefault') return null;
  const place =
    kind === 'segment' ? `segments/${encodeURIComponent(key)}` : `flags/${encodeURIComponent(key)}/targeting`;
  return (
    <Link
      href={`/p/${project}/${place}?env=${encodeURIComponent(environment)}`}
      className="rounded-sm font-mono text-xs text-link underline-offset-2 hover:underline"
    >
      {key}
    </Link>
  );
}
