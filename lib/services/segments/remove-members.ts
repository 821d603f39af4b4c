import { defineMemberChange } from './change-members';

/** Makes subjects members of a segment no longer, in one environment. */
export const removeSegmentMembers = defineMemberChange('segments.removeMembers', false);
