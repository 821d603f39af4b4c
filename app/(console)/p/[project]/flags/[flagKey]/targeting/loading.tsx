import { FormSkeleton } from '@/components/shared/loading';

export default function TargetingLoading() {
  return <FormSkeleton fields={5} className="max-w-3xl" />;
}
