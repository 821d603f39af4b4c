'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

const NowContext = createContext<number | null>(null);

/**
 * The server's clock, ticking. The first render uses the instant the server rendered with, so hydration agrees;
 * afterwards the browser's clock is corrected by the difference (a skewed laptop, or a test clock).
 */
export function NowProvider({ initial, children }: { initial: number; children: ReactNode }) {
  const [now, setNow] = useState(initial);
  useEffect(() => {
    const offset = initial - Date.now();
    const timer = setInterval(() => setNow(Date.now() + offset), 15_000);
    return () => clearInterval(timer);
  }, [initial]);
  return <NowContext.Provider value={now}>{children}</NowContext.Provider>;
}

/** Epoch milliseconds, at most 15 s old. */
export function useTickingNow(): number {
  const now = useContext(NowContext);
  if (now === null) throw new Error('useTickingNow needs a NowProvider around it');
  return now;
}
