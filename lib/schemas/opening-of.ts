import { resolveWindow } from '@/lib/changes/resolve-window';
import type { TimeWindow } from '@/lib/engine/types';
import { compileWindow, isOpen, nextEdge } from '@/lib/engine/window';

export interface Opening {
  isOpenAt: (now: number) => boolean;
  /** The first instant after one at which it opens or closes, or null. */
  nextAfter: (now: number) => number | null;
}

/** A window as the engine sees it; null while a part of it cannot be read. */
export function openingOf(window: TimeWindow): Opening | null {
  try {
    const compiled = compileWindow(resolveWindow(window));
    return { isOpenAt: (now) => isOpen(compiled, now), nextAfter: (now) => nextEdge(compiled, now) };
  } catch {
    return null;
  }
}
