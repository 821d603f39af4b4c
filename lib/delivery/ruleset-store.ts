import type { DatabaseClient } from '@/lib/db/handles';
import { checkVersions, type StoreLog } from './check-versions';
import { HeldRulesets } from './held-rulesets';
import type { KnownKey } from './key-index';
import type { Loaded } from './load';
import type { ProfileCache } from './profile-cache';
import { repeating } from './repeating';
import { singleFlight } from './single-flight';

export interface StoreOptions {
  database: () => Promise<DatabaseClient>;
  pollMs: number;
  /** A clock in milliseconds that never jumps. */
  monotonic: () => number;
  log: StoreLog;
  /** Kept coherent by the same checks. */
  profiles: Pick<ProfileCache, 'update'>;
}

/** The rulesets of all environments, in memory. What it answers needs no database. */
export interface RulesetStore {
  get(environmentId: string): Loaded | undefined;
  find(project: string, environment: string): Loaded | undefined;
  findKey(secret: string): KnownKey | null;
  all(): Loaded[];
  /** Whether all environments are in memory: before that nobody may be told that a key or a flag does not exist. */
  isReady(): boolean;
  /** Whether no check has found this environment (or, without one, all of them) up to date for three intervals. */
  isStale(environmentId?: string): boolean;
  /** Milliseconds since the last version check that succeeded; null before the first. */
  checkedAgo(): number | null;
  clockOffset(): number | null;
  /** Brings everything up to date with the database of this moment or later. Rejects when it cannot. */
  refresh(): Promise<void>;
  /** Serves what was kept from an earlier run, stale, until the first check succeeds. */
  restore(kept: readonly Loaded[]): void;
  /** Checks every `pollMs` until stopped. */
  start(): void;
  stop(): void;
  /** Calls back after a ruleset was replaced, added or removed; answers how to end that. */
  subscribe(listener: (environmentId: string) => void): () => void;
}

interface Checked {
  at: number;
  clockOffset: number | null;
  isComplete: boolean;
}

export function createRulesetStore({ database, pollMs, monotonic, log, profiles }: StoreOptions): RulesetStore {
  const held = new HeldRulesets();
  let checked: Checked | null = null;
  let isRestored = false;
  const refresh = singleFlight(async () => {
    const db = await database();
    const at = monotonic();
    const { clockOffset, environments, failed } = await checkVersions(db, held, { log, profiles }, at);
    checked = { at, clockOffset, isComplete: environments.every(({ id }) => held.get(id)) };
    if (failed.length > 0) throw failed[0];
  });
  const isOld = (at: number | null): boolean => at === null || monotonic() - at > 3 * pollMs;
  const oldest = (): number | null =>
    held.all().reduce<number | null>((at, { id }) => Math.min(at ?? 0, held.freshSince(id) ?? 0), checked?.at ?? null);
  return {
    get: (id) => held.get(id),
    find: (project, environment) => held.find(project, environment),
    findKey: (secret) => held.findKey(secret),
    all: () => held.all(),
    isReady: () => checked?.isComplete ?? isRestored,
    isStale: (id) => isOld(id === undefined ? oldest() : held.freshSince(id)),
    checkedAgo: () => (checked ? monotonic() - checked.at : null),
    clockOffset: () => checked?.clockOffset ?? null,
    refresh,
    restore(kept) {
      if (checked) return;
      for (const loaded of kept) held.put(loaded);
      isRestored = true;
    },
    ...repeating(refresh, pollMs),
    subscribe: (listener) => held.subscribe(listener),
  };
}
