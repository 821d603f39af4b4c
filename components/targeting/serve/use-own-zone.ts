'use client';

import { useState } from 'react';

/** The reader's time zone, and a way to read local times in another. Only for what the server never renders. */
export function useOwnZone(initial?: string): [string, (zone: string) => void] {
  return useState(() => initial ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
}
