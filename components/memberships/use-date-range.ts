'use client';

import { type DateTimeFormatOptions, useFormatter } from 'next-intl';
import { useCallback } from 'react';

/** Servers write thin spaces around the dash of a range where browsers write usual ones. */
const THIN = /[\u2009\u202f]/g;

/** Words a range of time, the same on the server and in every browser. */
export function useDateRange(): (from: Date | number, to: Date | number, options: DateTimeFormatOptions) => string {
  const format = useFormatter();
  return useCallback((from, to, options) => format.dateTimeRange(from, to, options).replace(THIN, ' '), [format]);
}
