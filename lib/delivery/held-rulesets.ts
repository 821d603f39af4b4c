import { createKeyIndex, type KnownKey } from './key-index';
import type { Loaded } from './load';
import type { EnvironmentVersion } from './versions';

/** Whether what was loaded may take the place of what is there: within an epoch only a higher number may. */
export const mayReplace = (before: Loaded | undefined, next: Loaded): boolean =>
  before?.ruleset.epoch !== next.ruleset.epoch || next.ruleset.number > before.ruleset.number;

/** The environments in memory and the keys that lead to them. */
export class HeldRulesets {
  private readonly environments = new Map<string, Loaded>();
  private readonly freshAt = new Map<string, number>();
  private readonly listeners = new Set<(environmentId: string) => void>();
  private keys = createKeyIndex([]);

  get(id: string): Loaded | undefined {
    return this.environments.get(id);
  }
  all(): Loaded[] {
    return [...this.environments.values()];
  }
  find(project: string, environment: string): Loaded | undefined {
    return this.all().find((one) => one.project === project && one.key === environment);
  }
  findKey(secret: string): KnownKey | null {
    return this.keys.find(secret);
  }

  isBehind({ id, epoch, number, key, project }: EnvironmentVersion): boolean {
    const held = this.environments.get(id);
    if (!held || held.ruleset.epoch !== epoch || held.key !== key || held.project !== project) return true;
    return held.ruleset.number < number;
  }

  put(loaded: Loaded): void {
    const before = this.environments.get(loaded.id);
    const isRenamed = before && (before.key !== loaded.key || before.project !== loaded.project);
    if (!isRenamed && !mayReplace(before, loaded)) return;
    this.environments.set(loaded.id, loaded);
    this.changed(loaded.id, before, loaded);
  }
  drop(id: string): void {
    const before = this.environments.get(id);
    this.environments.delete(id);
    this.freshAt.delete(id);
    if (before) this.changed(id, before, undefined);
  }

  /** Notes that an environment was found up to date by a check that began at `at`. */
  markFresh(id: string, at: number): void {
    this.freshAt.set(id, at);
  }
  freshSince(id: string): number | null {
    return this.freshAt.get(id) ?? null;
  }

  subscribe(listener: (environmentId: string) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private changed(id: string, before: Loaded | undefined, after: Loaded | undefined): void {
    if (before?.ruleset.apiKeys !== after?.ruleset.apiKeys) {
      this.keys = createKeyIndex(this.all().map((one) => ({ id: one.id, keys: one.ruleset.apiKeys })));
    }
    for (const listener of this.listeners) listener(id);
  }
}
