import { calendarFile, type CalendarLocale } from '@/lib/http/calendar-file';
import { errorAnswer } from '@/lib/http/error-answer';
import { readParams, type RouteArguments } from '@/lib/http/read-params';
import { requestIdOf } from '@/lib/http/request-id';
import { runtime } from '@/lib/runtime';
import { findCalendarFeed } from '@/lib/services/calendar/find-feed';
import { listCalendar } from '@/lib/services/calendar/list';
import type { ProjectScope, ServiceContext } from '@/lib/services/context';
import { asServiceError, serviceError } from '@/lib/services/errors';
import { authorIdentity } from './author';
import { createContext, projectScope } from './context';
import { dependencies } from './dependencies';
import { edge } from './edge';

const PATH = '/api/admin/projects/{project}/calendar.ics';
const DAY = 86_400_000;
const [PAST_DAYS, AHEAD_DAYS] = [7, 49];

/** Whoever made the link, with what they may do today; for a link that is none, nothing is here. */
async function linkContext(
  request: Request,
  project: string,
  token: string,
  requestId: string,
): Promise<ServiceContext<ProjectScope>> {
  const own = await dependencies(request.headers);
  const feed = await findCalendarFeed(own.db, project, token);
  const identity = feed && (await authorIdentity(own, feed.author));
  if (!feed || !identity) throw serviceError('not_found');
  const scope = projectScope(feed.project.id, feed.project.key);
  return createContext(own, { ...identity, via: 'api' }, scope, requestId);
}

/** What is wrong with who asks is nothing that a link tells. */
async function listed(ctx: ServiceContext<ProjectScope>, isLink: boolean) {
  const today = Math.floor(ctx.now.getTime() / DAY) * DAY;
  const period = { from: today - PAST_DAYS * DAY, to: today + AHEAD_DAYS * DAY };
  const asked = { from: new Date(period.from).toISOString(), to: new Date(period.to).toISOString() };
  try {
    return await listCalendar(ctx, asked);
  } catch (thrown) {
    if (isLink && asServiceError(thrown)?.kind === 'forbidden') throw serviceError('not_found');
    throw thrown;
  }
}

const localeOf = (text: string | null): CalendarLocale => (text === 'de' ? 'de' : 'en');

/** The project's calendar for calendar apps: by the link that somebody made for themselves, or like other reads. */
export async function calendarFileRoute(request: Request, route?: RouteArguments): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  try {
    const { pathname, searchParams } = new URL(request.url);
    const { project = '' } = await readParams(route, PATH, pathname);
    const token = searchParams.get('token');
    const ctx = await (token === null
      ? edge.mintProject(request, project, requestId)
      : linkContext(request, project, token, requestId));
    const view = await listed(ctx, token !== null);
    const place = { project: ctx.scope.projectKey, site: ctx.site ?? '', locale: localeOf(searchParams.get('lang')) };
    return new Response(calendarFile(view, place, ctx.now), {
      headers: {
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'inline; filename="flagstaff.ics"',
        'cache-control': 'private, no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-request-id': requestId,
      },
    });
  } catch (thrown) {
    return errorAnswer(thrown, requestId, runtime().log);
  }
}
