import type { Profile } from '@/lib/engine/merge-context';

interface Held {
  environmentId: string;
  profile: Profile | null;
  size: number;
}

const MOST_PROFILES = 100_000;
/** Characters of JSON of all profiles held. */
const MOST_CHARACTERS = 64_000_000;
/** What one costs besides. */
const OVERHEAD = 200;

/** Profiles by environment and subject; those that were not asked for the longest give way. */
export class ProfileShelf {
  private readonly held = new Map<string, Held>();
  private characters = 0;
  /** What was dropped since `watch`: a read that began before may hold it as it was. */
  private readonly dropped = new Set<string>();
  private readonly cleared = new Set<string>();

  find(environmentId: string, key: string): Profile | null | undefined {
    const name = `${environmentId} ${key}`;
    const found = this.held.get(name);
    if (found === undefined) return undefined;
    this.held.delete(name);
    this.held.set(name, found);
    return found.profile;
  }

  /** Begins to remember what is dropped, so that an older state is not put after it. */
  watch(): void {
    this.dropped.clear();
    this.cleared.clear();
  }

  /** Holds what was read since `watch`, unless it changed meanwhile. */
  put(environmentId: string, key: string, profile: Profile | null, size: number): void {
    const name = `${environmentId} ${key}`;
    if (this.dropped.has(name) || this.cleared.has(environmentId)) return;
    this.remove(name);
    this.held.set(name, { environmentId, profile, size: size + OVERHEAD });
    this.characters += size + OVERHEAD;
    for (const [oldest] of this.held) {
      if (this.held.size <= MOST_PROFILES && this.characters <= MOST_CHARACTERS) break;
      this.remove(oldest);
    }
  }

  drop(environmentId: string, key: string): void {
    this.dropped.add(`${environmentId} ${key}`);
    this.remove(`${environmentId} ${key}`);
  }

  clear(environmentId: string): void {
    this.cleared.add(environmentId);
    for (const [name, held] of this.held) if (held.environmentId === environmentId) this.remove(name);
  }

  size(): number {
    return this.held.size;
  }

  private remove(name: string): void {
    this.characters -= this.held.get(name)?.size ?? 0;
    this.held.delete(name);
  }
}
