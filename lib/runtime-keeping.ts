import path from 'node:path';
import type { Logger } from 'pino';
import { repeating } from '@/lib/delivery/repeating';
import type { RulesetStore } from '@/lib/delivery/ruleset-store';
import { createSnapshots } from '@/lib/delivery/snapshots';
import type { Env } from '@/lib/env';

const EVERY_MS = 5_000;

/** Keeps the rulesets on this machine's disk. */
export interface Keeping {
  start(): void;
  /** Gives the store what an earlier run kept, if it is whole. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** For a database elsewhere: where the embedded one cannot be opened, nothing is served anyway. */
export function createKeeping(env: Env, store: RulesetStore, log: Logger): Keeping {
  if (env.databaseUrl === undefined) return { start: () => {}, restore: async () => {}, close: async () => {} };
  const snapshots = createSnapshots(path.join(env.dataDir, 'rulesets'));
  let hasWarned = false;
  const save = async (): Promise<void> => {
    // Before the first check there is nothing better to keep than what is kept.
    if (store.checkedAgo() === null) return;
    try {
      await snapshots.save(store.all());
    } catch (error) {
      if (!hasWarned) log.warn({ err: error }, 'rulesets cannot be kept on this disk');
      hasWarned = true;
    }
  };
  const ticker = repeating(save, EVERY_MS);
  return {
    start: ticker.start,
    async restore() {
      try {
        const kept = await snapshots.restore();
        if (!kept) return;
        store.restore(kept);
        log.warn({ environments: kept.length }, 'serving the rulesets that an earlier run kept');
      } catch (error) {
        log.error({ err: error }, 'the rulesets that an earlier run kept cannot be read');
      }
    },
    async close() {
      ticker.stop();
      await save();
    },
  };
}
