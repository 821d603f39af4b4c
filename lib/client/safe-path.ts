/** A path of this site to go on to, or `/`: an address in a link must not lead people elsewhere after signing in. */
export function safePath(asked: unknown): string {
  if (typeof asked !== 'string' || !asked.startsWith('/')) return '/';
  const base = 'http://site.invalid';
  if (!URL.canParse(asked, base)) return '/';
  const { origin, pathname, search, hash } = new URL(asked, base);
  // Going on to signing in would go round in circles.
  const isElsewhere = origin !== base || pathname.startsWith('//') || pathname.startsWith('/sign-in');
  return isElsewhere ? '/' : `${pathname}${search}${hash}`;
}
