import { PageSkeleton } from '@/components/shared/loading';

export default function Loading() {
  return <PageSkeleton />;
}
