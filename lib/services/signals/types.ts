/** A number posted from outside. Instants are RFC 3339 in UTC. */
export interface SignalView {
  name: string;
  environment: string;
  /** Null: of the whole environment. */
  flag: string | null;
  value: number;
  at: string;
}

/** The answer of posting them. */
export interface SignalsAccepted {
  accepted: number;
}
