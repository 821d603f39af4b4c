import { defineMemberChange } from './change-members';

/** Makes subjects members of a segment in one environment. */
export const addSegmentMembers = defineMemberChange('segments.addMembers', true);
