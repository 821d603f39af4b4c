import type { EvaluationContext } from '@/lib/engine/types';
import { readContext } from './context-rows';

const MOST = 8;

/** What is kept of trying things in a project, in this browser. */
export interface Tried {
  context: EvaluationContext;
  /** Newest first. */
  recent: EvaluationContext[];
}

const START: Tried = { context: { targetingKey: 'user-1' }, recent: [] };

const keyOf = (project: string): string => `flagstaff:try:${project}`;

/** Reads what was kept; anything unreadable counts as nothing. */
export function readTried(project: string, storage: Pick<Storage, 'getItem'>): Tried {
  try {
    const stored: unknown = JSON.parse(storage.getItem(keyOf(project)) ?? 'null');
    if (typeof stored !== 'object' || stored === null || !('context' in stored) || !('recent' in stored)) return START;
    const list = Array.isArray(stored.recent) ? stored.recent : [];
    const recent = list.map(readContext).filter((context) => context !== null);
    return { context: readContext(stored.context) ?? START.context, recent: recent.slice(0, MOST) };
  } catch {
    return START;
  }
}

/** Keeps it; a browser that refuses keeps nothing. */
export function writeTried(project: string, tried: Tried, storage: Pick<Storage, 'setItem'>): void {
  try {
    storage.setItem(keyOf(project), JSON.stringify(tried));
  } catch {
    // Private windows may have no room; trying works without.
  }
}

/** The recent contexts with this one first. */
export function withRecent(recent: readonly EvaluationContext[], context: EvaluationContext): EvaluationContext[] {
  const text = JSON.stringify(context);
  return [context, ...recent.filter((each) => JSON.stringify(each) !== text)].slice(0, MOST);
}

/** A few words on a context: whom it is about, and what else it says. */
export function summarise(context: EvaluationContext): string {
  const { targetingKey, ...rest } = context;
  const others = Object.entries(rest).map(([name, value]) => `${name}: ${shorten(value)}`);
  return [...(targetingKey === undefined ? [] : [shorten(targetingKey)]), ...others].join(' · ') || '{}';
}

function shorten(value: EvaluationContext[string]): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}
