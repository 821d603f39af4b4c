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
/** A row of the segment list: conditions, nested ones included, and listed members per environment key. */
export interface SegmentListItem extends SegmentView {
  conditions: Record<string, number>;
  members: Record<string, number>;
  usedBy: number;
}
/**
 * A segment's content in one environment; `version` is the content's own: it counts the segment's writes anywhere, and
 * stays while others change other environments. `operator` and `conditions` may be PUT as they are answered.
 */
export interface SegmentContentView extends SegmentView {
  environment: string;
  operator: GroupOperator;
  conditions: Condition[];
  content: { version: number; operator: GroupOperator; conditions: Condition[] };
  memberCount: number;
  usedIn: Usage[];
}
/** The answer of adding and removing members. */
export interface SegmentMembersView {
  memberCount: number;
  /** Members that were added or removed; who already was is passed over. */
  changed: number;
  version: number;
}
