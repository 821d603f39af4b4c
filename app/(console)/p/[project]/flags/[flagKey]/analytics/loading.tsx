import { Skeleton } from '@/components/ui/skeleton';

export default function AnalyticsLoading() {
  return (
    <div className="grid gap-6">
      <Skeleton className="h-8 w-80 rounded-md" />
      <Skeleton className="h-80 w-full rounded-lg" />
    </div>
  );
}
