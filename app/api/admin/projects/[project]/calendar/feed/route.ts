import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { calendarLinkAnswer, createdCalendarLinkAnswer } from '@/lib/schemas/openapi/calendar-answers';
import { getCalendarLink } from '@/lib/services/calendar/get-link';
import { shareCalendar } from '@/lib/services/calendar/share';
import { unshareCalendar } from '@/lib/services/calendar/unshare';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/calendar/feed', {
  GET: inProject(getCalendarLink, {
    summary: 'Say whether you have a calendar link',
    answer: calendarLinkAnswer,
  }),
  POST: inProject(shareCalendar, {
    summary: 'Make your calendar link',
    description:
      'For calendar apps, which send no headers. It reads this project’s calendar as you may see it today; an earlier link ends.',
    answer: createdCalendarLinkAnswer,
  }),
  DELETE: inProject(unshareCalendar, { summary: 'End your calendar link' }),
});
