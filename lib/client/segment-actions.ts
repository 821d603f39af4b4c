import {
  addSegmentMembers,
  createSegment,
  removeSegment,
  removeSegmentMembers,
  updateSegmentContent,
} from '@/lib/actions/segments';

/** The writes to a project's segments. */
export const segmentActions = (project: string) => ({
  create: (input: unknown) => createSegment(project, input),
  updateContent: (input: unknown) => updateSegmentContent(project, input),
  remove: (input: { key: string; version: number }) => removeSegment(project, input),
  addMembers: (input: { key: string; environment: string; subjects: string[]; comment?: string }) =>
    addSegmentMembers(project, input),
  removeMembers: (input: { key: string; environment: string; subjects: string[]; comment?: string }) =>
    removeSegmentMembers(project, input),
});
