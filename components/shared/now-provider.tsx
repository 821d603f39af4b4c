'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';

interface Clock {
  now: number;
  /** The instant it is at the moment. */
  read: () => number;
}

const ClockContext = createContext<Clock | null>(null);

/**
 * The server's clock, ticking. The first render uses the instant the server rendered with, so hydration agrees;
 * afterwards the browser's clock is corrected by the difference (a skewed laptop, or a test clock).
 */
export function NowProvider({ initial, children }: { initial: number; children: ReactNode }) {
  const [now, setNow] = useState(initial);
  const offset = useRef<number | null>(null);
  const read = useCallback(() => (offset.current === null ? initial : Date.now() + offset.current), [initial]);
  useEffect(() => {
    offset.current = initial - Date.now();
    setNow(initial);
    const timer = setInterval(() => setNow(read()), 15_000);
    return () => clearInterval(timer);
  }, [initial, read]);
  return <ClockContext.Provider value={{ now, read }}>{children}</ClockContext.Provider>;
}

function useClock(): Clock {
  const clock = useContext(ClockContext);
  if (clock === null) throw new Error('useTickingNow needs a NowProvider around it');
  return clock;
}

/** Epoch milliseconds, at most 15 s old. */
export const useTickingNow = (): number => useClock().now;

/** Longer timers would fire at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** The same, and exact at the instant that `nextAfter` names: what changes there is shown there. */
export function useNowAtEdges(nextAfter: (now: number) => number | null): number {
  const { now: ticking, read } = useClock();
  const [passed, setPassed] = useState({ read, at: 0 });
  const now = passed.read === read ? Math.max(ticking, passed.at) : ticking;
  const edge = nextAfter(now);
  useEffect(() => {
    if (edge === null) return;
    const wait = edge - read();
    const pass = (): void => setPassed({ read, at: wait > LONGEST_MS ? read() : Math.max(edge, read()) });
    const timer = setTimeout(pass, Math.min(Math.max(wait, 0), LONGEST_MS));
    return () => clearTimeout(timer);
  }, [edge, read]);
  return now;
}
