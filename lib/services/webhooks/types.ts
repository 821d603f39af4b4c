export type WebhookFormat = 'standard' | 'slack';
export type DeliveryStatus = 'waiting' | 'delivered' | 'failed';

export interface WebhookView {
  id: string;
  name: string;
  /** A Slack address is a secret as a whole: only its origin is told. */
  url: string;
  format: WebhookFormat;
  /** Empty: all. */
  topics: string[];
  /** Empty: all. */
  environments: string[];
  enabled: boolean;
  /** Why it was turned off by itself. */
  disabledReason: 'gone' | 'failing' | null;
  /** Since when nothing was delivered, though it was tried. */
  failingSince: string | null;
  /** Since when the secret in force is; null where nothing is signed. */
  secretAt: string | null;
  /** Until when the one before signs too. */
  previousUntil: string | null;
  createdBy: string;
  createdAt: string;
  updatedAt: string;
  version: number;
  /** The newest event on its way. */
  last: { status: DeliveryStatus; at: string; answer: number | null; error: string | null } | null;
}

/** Shown once: `secret` is what signs; null for Slack, where nothing is signed. */
export interface WebhookWithSecret extends WebhookView {
  secret: string | null;
}

export interface DeliveryView {
  /** The same at every attempt: receivers know by it what they have seen. */
  id: string;
  topic: string;
  status: DeliveryStatus;
  attempts: number;
  nextAt: string | null;
  /** HTTP status of the last attempt. */
  answer: number | null;
  /** Why the last attempt did not succeed, as a message id. */
  error: string | null;
  /** The beginning of the last answer. */
  response: string | null;
  /** Milliseconds of the last attempt. */
  took: number | null;
  createdAt: string;
  attemptedAt: string | null;
  /** What is sent. */
  body: string;
}
