/** A request as plain values, so that it is answered alike by the server, by a route and by a test. */
export interface DeliveryRequest {
  method: string;
  /** As sent: not decoded, without the query. */
  path: string;
  /** As sent, without `?`. */
  query: string;
  /** Lower-case names. */
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  body: DeliveryBody;
  /** Whom throttles count. */
  address: string;
}

/** The bytes of a body that kept its limits, or which it broke. */
export type DeliveryBody =
  | { ok: true; bytes: Uint8Array }
  | { ok: false; problem: 'too_large' | 'too_deep' | 'unsupported_encoding' | 'unreadable' };

export interface DeliveryAnswer {
  status: number;
  headers: Record<string, string>;
  /** JSON; null for an answer without a body. */
  body: string | null;
  /** To call once the answer is on its way: counts it. */
  after(): void;
}

/** At once where everything is in memory; later only where a stored profile has to be read. */
export type PendingAnswer = DeliveryAnswer | Promise<DeliveryAnswer>;

/** Of an evaluation's body. */
export const EVALUATION_LIMITS = { bytes: 262_144, depth: 64 } as const;

/** The first value of a header. */
export function headerOf({ headers }: Pick<DeliveryRequest, 'headers'>, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}
