/** What is stored as JSON with a `v` of its own. */
export type StoredKind = 'change' | 'configuration';

/** The current form of each kind. */
export const STORED_VERSION = { change: 1, configuration: 1 } as const satisfies Record<StoredKind, number>;

type Step = (stored: Record<string, unknown>) => Record<string, unknown>;

/** `STEPS.change[n]` makes v n+1 of v n; steps are kept for ever, since old rows are. */
const STEPS: Record<StoredKind, Record<number, Step>> = { change: {}, configuration: {} };

/**
 * Brings stored JSON to its current form; it is then parsed by its schema (schemas/stored). Null if it is not an
 * object with a `v` that this release knows, such as one a newer release wrote.
 */
export function upcast(kind: StoredKind, stored: unknown): Record<string, unknown> | null {
  if (typeof stored !== 'object' || stored === null || !('v' in stored)) return null;
  let current: Record<string, unknown> = { ...stored };
  while (current.v !== STORED_VERSION[kind]) {
    const step = typeof current.v === 'number' ? STEPS[kind][current.v] : undefined;
    if (!step) return null;
    current = step(current);
  }
  return current;
}
