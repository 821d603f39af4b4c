/** How long a failed attempt counts, in milliseconds. */
export const WINDOW_MS = 15 * 60_000;
