import { conflicts } from '@/lib/changes/footprint';
import type { Found } from './found';
import type { CalendarEntry } from './types';

const HOUR = 3_600_000;

interface Change {
  entry: Found;
  start: number;
  /** Of a ramp: as long as it lasts; else the instant. */
  end: number;
}

const isOver = ({ outcome }: Found): boolean =>
  outcome !== null && !['open', 'scheduled', 'running', 'holding'].includes(outcome);

function changeOf(entry: Found): Change | null {
  if (entry.footprint === undefined || entry.flag === null || isOver(entry)) return null;
  const start = Date.parse(entry.at);
  return { entry, start, end: entry.until === null ? start : Date.parse(entry.until) };
}

/** Two changes by different things: within an hour of each other, or of the same part while one of them lasts. */
function collide(a: Change, b: Change): boolean {
  if (a.entry.ref === b.entry.ref) return false;
  const isBand = a.entry.what === 'band' || b.entry.what === 'band';
  const touch = !a.entry.footprint || !b.entry.footprint || conflicts(a.entry.footprint, b.entry.footprint);
  if (isBand) return touch && a.start <= b.end && b.start <= a.end;
  return Math.abs(a.start - b.start) < HOUR;
}

/** Marks what changes the same flag in the same environment at about the same time. */
export function markCollisions(entries: readonly Found[]): CalendarEntry[] {
  const places = new Map<string, Change[]>();
  for (const entry of entries) {
    const change = changeOf(entry);
    if (!change) continue;
    const place = JSON.stringify([entry.flag, entry.environment]);
    places.set(place, [...(places.get(place) ?? []), change]);
  }
  const marks = new Map<string, Set<string>>();
  const mark = (a: string, b: string): void => void marks.set(a, (marks.get(a) ?? new Set()).add(b));
  for (const changes of places.values()) {
    changes.sort((a, b) => a.start - b.start);
    changes.forEach((a, index) => {
      for (const b of changes.slice(index + 1)) {
        if (b.start - HOUR > a.end) break;
        if (!collide(a, b)) continue;
        mark(a.entry.id, b.entry.id);
        mark(b.entry.id, a.entry.id);
      }
    });
  }
  return entries.map(({ footprint: _, ...entry }) => ({ ...entry, collides: [...(marks.get(entry.id) ?? [])] }));
}
