'use server';

import { cookies } from 'next/headers';
import { isAppLocale, LOCALE_COOKIE } from '@/i18n/locales';

const YEAR_IN_SECONDS = 365 * 24 * 3600;

/** Remembers the language a person chose, on this browser. Anything but an offered locale is ignored. */
export async function setLocale(locale: unknown): Promise<void> {
  if (!isAppLocale(locale)) return;
  const jar = await cookies();
  jar.set(LOCALE_COOKIE, locale, { path: '/', sameSite: 'lax', httpOnly: true, maxAge: YEAR_IN_SECONDS });
}
