import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { EnvironmentLike } from '@/components/shared/environment-badge';
import type { ActionError } from '@/lib/actions/action-result';
import { UsageList } from './usage-list';
import { usageOfIssue } from './usage-of-issue';

export interface RefusedUsageProps {
  refusal: ActionError | null;
  project: string;
  environments: readonly EnvironmentLike[];
}

/** Why the server refused, with a link to every place that still uses the flag. */
export function RefusedUsage({ refusal, project, environments }: RefusedUsageProps) {
  const t = useTranslations('flags.usage');
  const uses = (refusal?.issues ?? []).flatMap((issue) => usageOfIssue(issue, environments) ?? []);
  if (refusal === null || uses.length === 0) return null;
  return (
    <div role="alert" className="grid gap-2 rounded-md border border-destructive/30 bg-destructive/10 px-3 py-2">
      <p className="flex gap-2 text-sm">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-destructive-text" />
        {refusal.message}
      </p>
      <UsageList label={t('label')} uses={uses} project={project} environments={environments} />
    </div>
  );
}
