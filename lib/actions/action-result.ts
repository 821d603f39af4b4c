/** What a server action answers: plain data, since errors thrown by an action lose their words on the way. */
export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ActionError };

export interface ActionError {
  /** A message id of the catalogue `errors`. */
  code: string;
  /** In the reader's language. */
  message: string;
  /** By path, such as `rules.0.value`: form fields show them. */
  issues?: { path: string; code: string; message: string; params?: Record<string, string | number> }[];
  /** What is stored now, for a conflict. */
  current?: unknown;
  /** What waits for approval instead, for the code `approval_pending`. */
  accepted?: Readonly<Record<string, unknown>>;
  requestId: string;
}
