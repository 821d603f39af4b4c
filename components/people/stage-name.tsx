import { Badge } from '@/components/ui/badge';
import type { Stage } from '@/lib/services/onboarding/types';

/** A stage with its place among all; one that is no longer there by its key. */
export function StageName({ stage, stages }: { stage: string | null; stages: readonly Stage[] }) {
  if (stage === null) return <span className="text-muted-foreground">–</span>;
  const index = stages.findIndex(({ key }) => key === stage);
  return (
    <Badge variant={index >= 0 && index === stages.length - 1 ? 'success' : 'outline'} className="max-w-full">
      <span className="truncate text-foreground">{stages[index]?.name ?? stage}</span>
      {index >= 0 && (
        <span className="tabular-nums">
          {index + 1}/{stages.length}
        </span>
      )}
    </Badge>
  );
}
