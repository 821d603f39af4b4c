'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;
const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The reader's time zone; UTC on the server and until scripts run, so that both render the same. */
export const useReaderZone = (): string => useSyncExternalStore(never, ownZone, () => 'UTC');
