export interface AuditView {
  id: string;
  at: string;
  actor: { id: string; name: string };
  action: string;
  flag: string | null;
  environment: string | null;
  before: unknown;
  after: unknown;
  comment: string | null;
  requestId: string;
  via: string;
  erased: boolean;
}
