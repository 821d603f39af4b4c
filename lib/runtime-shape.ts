import type { Logger } from 'pino';
import type { Database } from '@/lib/db/open';
import type { Counter } from '@/lib/delivery/counter';
import type { Proofs } from '@/lib/delivery/proof';
import type { Respond } from '@/lib/delivery/respond';
import type { RulesetStore } from '@/lib/delivery/ruleset-store';
import type { Env } from '@/lib/env';
import type { Jobs } from '@/lib/runtime-jobs';
import type { Metrics } from '@/lib/runtime-metrics';
import type { OnCommitted } from '@/lib/services/context';
import type { Secrets } from '@/lib/services/secrets';
import type { Outbound } from '@/lib/services/webhooks/outbound';

/** Everything of this process that outlives a request. Contexts are made of `now` to `probe`. */
export interface Runtime {
  readonly env: Env;
  readonly log: Logger;
  /** Opens on first use; after a failure it is tried again by the next one who asks. */
  database(): Promise<Database>;
  /** Once: opened, migrated, set up from the environment, rulesets loaded and watched. Tried again after a failure. */
  ready(): Promise<void>;

  /** This machine's clock, moved by the test clock. */
  now(): Date;
  readonly secrets: Secrets;
  /** Resolves when this process answers by the committed numbers (or cannot learn them); never rejects. */
  readonly committed: OnCommitted;
  readonly probe: (ms: number) => Promise<boolean>;

  /** Rulesets in memory: what the fast path reads. */
  readonly store: RulesetStore;
  readonly counter: Counter;
  /** Notes that a key was used; written in batches. */
  readonly touchKey: (id: string) => void;
  readonly respond: Respond;
  readonly proofs: Proofs;
  readonly jobs: Jobs;
  readonly metrics: Metrics;
  /** The way out, for webhooks. */
  readonly outbound: Outbound;
  /** Milliseconds by which the test clock is moved, or null. */
  clockOffset(): number | null;
  health(): Health;
  /** Flushes what is buffered and closes what is open; the process may end after it. */
  close(): Promise<void>;
}

export interface Health {
  status: 'ok' | 'degraded' | 'starting';
  version: string;
  database: 'ok' | 'unreachable';
  redis: 'ok' | 'unreachable' | 'unused';
  /** How many are in memory. */
  environments: number;
  /** Milliseconds since the versions were last checked, or null before the first time. */
  checkedAgo: number | null;
  /** Subjects in memory, and flags answered without the stored profile that they needed, since the start. */
  profiles: { held: number; unavailable: number };
  /** The moved clock's time, when it is moved. */
  testClock?: string;
}
