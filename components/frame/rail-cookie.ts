/** Read by the layout on the server, so that the rail has its width before scripts run. */
export const RAIL_COOKIE = 'rail';
export const RAIL_COLLAPSED = 'collapsed';

export function rememberRail(isCollapsed: boolean): void {
  const value = isCollapsed ? RAIL_COLLAPSED : 'open';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser, nor on plain http
  document.cookie = `${RAIL_COOKIE}=${value}; path=/; max-age=31536000; samesite=lax`;
}
