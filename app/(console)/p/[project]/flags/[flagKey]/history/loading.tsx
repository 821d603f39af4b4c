import { TableSkeleton } from '@/components/shared/loading';

export default function HistoryLoading() {
  return <TableSkeleton rows={8} />;
}
