import { FormSkeleton } from '@/components/shared/loading';

export default function DetailsLoading() {
  return <FormSkeleton fields={6} className="max-w-3xl" />;
}
