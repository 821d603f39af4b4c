import packageJson from '@/package.json' with { type: 'json' };
import type { Invalidation } from '@/lib/delivery/invalidation';
import type { ProfileCache } from '@/lib/delivery/profile-cache';
import type { RulesetStore } from '@/lib/delivery/ruleset-store';
import type { Health } from '@/lib/runtime-shape';

interface Observed {
  store: RulesetStore;
  profiles: ProfileCache;
  invalidation: Invalidation;
  usesRedis: boolean;
  clockOffset: () => number | null;
  now: () => Date;
}

/** What this process knows without asking anybody: a health check must not hang with what it reports on. */
export function healthOf({ store, profiles, invalidation, usesRedis, clockOffset, now }: Observed): Health {
  const isStale = store.isStale();
  const checkedAgo = store.checkedAgo();
  return {
    status: store.isReady() ? (isStale ? 'degraded' : 'ok') : 'starting',
    version: packageJson.version,
    database: checkedAgo === null || isStale ? 'unreachable' : 'ok',
    redis: !usesRedis ? 'unused' : invalidation.state() === 'ok' ? 'ok' : 'unreachable',
    environments: store.all().length,
    checkedAgo: checkedAgo === null ? null : Math.round(checkedAgo),
    profiles: profiles.state(),
    ...(clockOffset() === null ? {} : { testClock: now().toISOString() }),
  };
}
