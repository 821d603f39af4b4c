import type { FlagEnvironment } from '@/components/flag-page/flag-page-types';
import type { SegmentContentView } from '@/lib/services/segments/types';

/** What every part of a segment's page needs. */
export interface SegmentPlace {
  project: string;
  segment: SegmentContentView;
  environment: FlagEnvironment;
}
