export interface Throttle {
  /** Takes one token of `who`: 0 when it was there, else the seconds until there is one. */
  take(who: string, now: number): number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** How many askers are remembered; the one not seen for longest is forgotten first. */
const REMEMBERED = 10_000;

/** A token bucket for each asker: `burst` at once, then `perSecond`. `now` is in milliseconds. */
export function createThrottle(burst: number, perSecond: number): Throttle {
  const buckets = new Map<string, Bucket>();
  return {
    take(who, now) {
      const known = buckets.get(who);
      buckets.delete(who);
      const passed = known ? Math.max(0, now - known.at) / 1000 : 0;
      const tokens = known ? Math.min(burst, known.tokens + passed * perSecond) : burst;
      const granted = tokens >= 1;
      buckets.set(who, { tokens: granted ? tokens - 1 : tokens, at: now });
      if (buckets.size > REMEMBERED) {
        const [oldest] = buckets.keys();
        if (oldest !== undefined) buckets.delete(oldest);
      }
      return granted ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond));
    },
  };
}
