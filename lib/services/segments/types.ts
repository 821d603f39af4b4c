import type { Condition, GroupOperator } from '@/lib/engine/types';
import type { Usage } from '../flags/types';

export interface SegmentView {
  id: string;
  key: string;
  name: string;
  description: string;
  version: number;
  createdAt: string;
  updatedAt: string;
}
/** A row of the segment list: members per environment key. */
export interface SegmentListItem extends SegmentView {
  members: Record<string, number>;
  usedBy: number;
}
/** A segment's content in one environment; `version` is the content's own. */
export interface SegmentContentView extends SegmentView {
  environment: string;
  content: { version: number; operator: GroupOperator; conditions: Condition[] };
  memberCount: number;
  usedIn: Usage[];
}
