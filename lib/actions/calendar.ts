'use server';

import { shareCalendar as share } from '@/lib/services/calendar/share';
import { unshareCalendar as unshare } from '@/lib/services/calendar/unshare';
import { runVerb } from './run';

export const shareCalendar = async (project: string) => runVerb(share, { project }, {});
export const unshareCalendar = async (project: string) => runVerb(unshare, { project }, {});
