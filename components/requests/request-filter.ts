/** What the list shows, and how it is asked for. Open ones come first. */
export const REQUEST_FILTERS = {
  open: { state: 'open' },
  waiting: { whose: 'waiting' },
  mine: { whose: 'mine' },
  closed: { state: 'closed' },
  all: {},
} as const;
export type RequestFilter = keyof typeof REQUEST_FILTERS;
export const REQUEST_FILTER_NAMES = ['open', 'waiting', 'mine', 'closed', 'all'] as const;

/** The filter that an address names, else those that are open. */
export function chooseFilter(asked: string | string[] | undefined): { name: RequestFilter; query: object } {
  const name = REQUEST_FILTER_NAMES.find((each) => each === asked) ?? 'open';
  return { name, query: REQUEST_FILTERS[name] };
}
