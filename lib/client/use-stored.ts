'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { z } from 'zod';

const CHANGED = 'flagstaff:stored';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('storage', onChange);
  window.addEventListener(CHANGED, onChange);
  return () => {
    window.removeEventListener('storage', onChange);
    window.removeEventListener(CHANGED, onChange);
  };
}

/** Storage may be switched off altogether; then nothing is remembered. */
function read(name: string): string | null {
  try {
    return window.localStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name: string, text: string): void {
  try {
    window.localStorage.setItem(name, text);
  } catch {
    return;
  }
  window.dispatchEvent(new Event(CHANGED));
}

function parse<T>(text: string | null, schema: z.ZodType<T>): T | null {
  if (text === null) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** A value this browser remembers; null while there is none, and on the server. */
export function useStored<T>(name: string, schema: z.ZodType<T>): [T | null, (value: T) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => read(name),
    () => null,
  );
  const value = useMemo(() => parse(text, schema), [text, schema]);
  const store = useCallback((next: T) => write(name, JSON.stringify(next)), [name]);
  return [value, store];
}
