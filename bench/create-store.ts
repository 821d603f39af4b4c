import type { openDatabase } from '../lib/db/open';
import { createRulesetStore, type RulesetStore } from '../lib/delivery/ruleset-store';

/** Rulesets of a database, as an instance holds them. */
export function createStore(database: Awaited<ReturnType<typeof openDatabase>>): RulesetStore {
  return createRulesetStore({
    database: async () => database.prisma,
    pollMs: 2_000,
    monotonic: () => performance.now(),
    log: { warn: () => {} },
    profiles: { update: async () => {} },
  });
}
