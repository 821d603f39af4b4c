/** An error answer of our own API, as `{"error":{…}}` holds it. */
export interface ApiError {
  status: number;
  code: string;
  message: string;
  issues?: { path: string; code: string; message: string }[];
}

/** What a failed `fetchJson` rejects with: an Error that carries the answer. */
export class FetchError extends Error {
  override name = 'FetchError';
  readonly answer: ApiError;
  constructor(answer: ApiError) {
    super(answer.message);
    this.answer = answer;
  }
  /** What the query client tells refusals by: they are not asked again. */
  get status(): number {
    return this.answer.status;
  }
}

function errorOf(status: number, body: unknown): ApiError {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  if (typeof error !== 'object' || error === null) return { status, code: 'internal', message: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'internal';
  const message = 'message' in error && typeof error.message === 'string' ? error.message : '';
  return { status, code, message };
}

/** Reads (or posts a draft to) our own API with the session's cookie. Rejects with `FetchError` unless it is 2xx. */
export async function fetchJson<T>(path: string, init: { signal?: AbortSignal; body?: unknown } = {}): Promise<T> {
  const response = await fetch(path, {
    signal: init.signal,
    cache: 'no-store',
    credentials: 'same-origin',
    ...(init.body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(init.body) }),
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new FetchError(errorOf(response.status, body));
  return body as T;
}

/** The admin API's address of a project's resource; segments are encoded, empty parameters left out. */
export function adminPath(
  project: string,
  segments: readonly string[],
  query: Record<string, string | number | null | undefined> = {},
): string {
  const path = ['/api/admin/projects', encodeURIComponent(project), ...segments.map(encodeURIComponent)].join('/');
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}
