import type { Condition } from '@/lib/engine/types';

/** A condition on a segment, whichever of its two written forms it has. */
export interface SegmentCheck {
  key: string;
  isNegated: boolean;
  isShort: boolean;
}

/** What a condition says of a segment, or null if it is about something else. */
export function segmentOf(condition: Condition): SegmentCheck | null {
  if ('conditions' in condition) return null;
  if ('segment' in condition) return { key: condition.segment, isNegated: false, isShort: true };
  const { operator, value } = condition;
  if (operator !== 'inSegment' && operator !== 'notInSegment') return null;
  return { key: typeof value === 'string' ? value : '', isNegated: operator === 'notInSegment', isShort: false };
}

/** The condition that says it; the short form is kept where it was used. */
export function segmentCondition({ key, isNegated, isShort }: SegmentCheck): Condition {
  if (isShort && !isNegated) return { segment: key };
  return { attribute: '', operator: isNegated ? 'notInSegment' : 'inSegment', value: key };
}
