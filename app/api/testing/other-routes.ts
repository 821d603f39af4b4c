/** Routes that are no verbs: who may call them is tested where they are. */
export const OTHER_ROUTES: Readonly<Record<string, string>> = {
  '/api/openapi.json': 'public',
  '/api/{[...rest]}': 'answers 404 to everybody',
  '/api/flags/{[...key]}': 'keys of applications',
  '/ofrep/{...path}': 'keys of applications',
  '/api/cron/{job}': 'the secret of clocks',
  '/api/admin/projects/{project}/calendar.ics': 'members, and who holds a calendar link',
  '/api/metrics': 'the secret of clocks, and who may manage the installation',
  '/api/events': 'keys of applications',
  '/api/identify': 'keys of applications',
  '/api/user/progress': 'keys of applications',
  '/api/health': 'public',
  '/api/health/live': 'public',
  '/api/health/ready': 'public',
  '/api/auth/{...nextauth}': 'the protocol of signing in',
};
