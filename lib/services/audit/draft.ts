/** What a write tells the audit; `before` and `after` are the changed thing, secrets left out by the writer. */
export interface AuditDraft {
  /** The row's own, where it was told before; else a new one. */
  id?: string;
  action: string;
  flag?: string;
  environment?: string;
  /** The tenant's key, where it concerns one. */
  tenant?: string;
  before?: unknown;
  after?: unknown;
  comment?: string;
  /** The chain it belongs to, where the scope does not say: a project that is being created. */
  projectId?: string;
}
