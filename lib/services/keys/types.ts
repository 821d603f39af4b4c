export type ApiKeyKind = 'client' | 'server' | 'admin';
export interface ApiKeyView {
  id: string;
  kind: ApiKeyKind;
  name: string;
  environment: string | null;
  role: string | null;
  edge: boolean;
  origins: string[];
  /** The first characters. */
  hint: string;
  createdAt: string;
  createdBy: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  version: number;
}
/** Shown once: `key` is the secret. */
export interface CreatedApiKeyView extends ApiKeyView {
  key: string;
}
