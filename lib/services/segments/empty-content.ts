import type { SegmentContent } from '@/lib/engine/types';

/** What a segment starts with in an environment: nobody but its members. */
export const emptyContent = (version: number): SegmentContent => ({ v: 1, version, operator: 'AND', conditions: [] });
