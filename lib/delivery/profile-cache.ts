import type { Profile } from '@/lib/engine/merge-context';
import { ProfileShelf } from './profile-shelf';

export interface StoredProfile {
  environmentId: string;
  key: string;
  profile: Profile;
  /** Characters of its JSON, about. */
  size: number;
}
export interface ProfileSource {
  /** What is stored of these subjects, in one query; who is missing is not stored. */
  read(wanted: readonly { environmentId: string; key: string }[]): Promise<StoredProfile[]>;
  /** Subjects of an environment that changed after a profile number; null when they are too many to list. */
  changedSince(environmentId: string, number: number): Promise<string[] | null>;
}
/** Where an environment's subjects stand in the database. */
export interface ProfileVersion {
  id: string;
  epoch: string;
  profileNumber: number;
  /** The profile number of the last erasure. */
  erasedNumber: number;
}
export interface ProfileCacheState {
  /** Subjects held, unknown ones among them. */
  held: number;
  /** Flags answered without the profile that they needed. */
  unavailable: number;
}

/** A subject's stored profile, or null for one that nobody told us of; undefined while that is not known here. */
export type Found = Profile | null | undefined;

export interface ProfileCache {
  /** Whether the environment may have subjects at all. */
  mayHold(environmentId: string): boolean;
  find(environmentId: string, key: string): Found;
  /** Reads it with all that is asked for meanwhile; undefined when that takes longer than 50 ms or fails. Never rejects. */
  load(environmentId: string, key: string): Promise<Found>;
  /** Drops what changed. Rejects when that cannot be found out; then all stays, and is looked at the next time. */
  update(versions: readonly ProfileVersion[]): Promise<void>;
  noteUnavailable(flags: number): void;
  state(): ProfileCacheState;
}

const PATIENCE_MS = 50;
/** A read that takes longer is given up on, so that later ones are tried. */
const FLIGHT_MS = 3_000;
const MOST_WAITING = 10_000;

interface Wanted {
  environmentId: string;
  key: string;
  waiters: ((found: Found) => void)[];
}

class BatchedProfileCache implements ProfileCache {
  private readonly shelf = new ProfileShelf();
  private readonly seen = new Map<string, ProfileVersion>();
  private wanted = new Map<string, Wanted>();
  private isFlying = false;
  private unavailable = 0;

  constructor(private readonly source: ProfileSource) {}

  mayHold(environmentId: string): boolean {
    const seen = this.seen.get(environmentId);
    return seen === undefined || seen.profileNumber > 0;
  }

  find(environmentId: string, key: string): Found {
    return this.shelf.find(environmentId, key);
  }

  load(environmentId: string, key: string): Promise<Found> {
    const name = `${environmentId} ${key}`;
    const known = this.wanted.get(name);
    if (!known && this.wanted.size >= MOST_WAITING) return Promise.resolve(undefined);
    const wanted = known ?? { environmentId, key, waiters: [] };
    this.wanted.set(name, wanted);
    if (!this.isFlying) {
      this.isFlying = true;
      setImmediate(() => void this.fly());
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
      wanted.waiters.push((found) => {
        clearTimeout(timer);
        resolve(found);
      });
    });
  }

  async update(versions: readonly ProfileVersion[]): Promise<void> {
    for (const version of versions) {
      const { id, epoch, profileNumber, erasedNumber } = version;
      const seen = this.seen.get(id);
      if (seen?.epoch === epoch && seen.profileNumber === profileNumber) continue;
      const isLater = seen?.epoch === epoch && seen.profileNumber < profileNumber;
      const changed =
        isLater && erasedNumber <= seen.profileNumber ? await this.source.changedSince(id, seen.profileNumber) : null;
      if (changed === null) this.shelf.clear(id);
      else for (const key of changed) this.shelf.drop(id, key);
      this.seen.set(id, version);
    }
  }

  noteUnavailable(flags: number): void {
    this.unavailable += flags;
  }

  state(): ProfileCacheState {
    return { held: this.shelf.size(), unavailable: this.unavailable };
  }

  /** One query at a time, for all that were asked for since the last one began. */
  private async fly(): Promise<void> {
    while (this.wanted.size > 0) {
      const batch = [...this.wanted.values()];
      this.wanted = new Map();
      this.shelf.watch();
      const rows = await inTime(this.source.read(batch), FLIGHT_MS);
      if (rows !== null) this.shelve(batch, rows);
      for (const { environmentId, key, waiters } of batch) {
        const found = rows === null ? undefined : (rows.get(`${environmentId} ${key}`)?.profile ?? null);
        for (const waiter of waiters) waiter(found);
      }
    }
    this.isFlying = false;
  }

  private shelve(batch: readonly Wanted[], rows: ReadonlyMap<string, StoredProfile>): void {
    for (const { environmentId, key } of batch) {
      const row = rows.get(`${environmentId} ${key}`);
      this.shelf.put(environmentId, key, row?.profile ?? null, row?.size ?? 0);
    }
  }
}

/** The rows by environment and subject, or null when they come too late or not at all. */
function inTime(reading: Promise<StoredProfile[]>, ms: number): Promise<Map<string, StoredProfile> | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), ms);
    reading
      .then(
        (rows) => resolve(new Map(rows.map((row) => [`${row.environmentId} ${row.key}`, row]))),
        () => resolve(null),
      )
      .finally(() => clearTimeout(timer));
  });
}

export const createProfileCache = (source: ProfileSource): ProfileCache => new BatchedProfileCache(source);
