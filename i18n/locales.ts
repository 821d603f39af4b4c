export const LOCALES = ['en', 'de'] as const;
export type AppLocale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: AppLocale = 'en';
export const LOCALE_COOKIE = 'locale';

export function isAppLocale(value: unknown): value is AppLocale {
  return LOCALES.some((locale) => locale === value);
}

/**
 * The best offered locale for an `Accept-Language` header, by weight and then by order.
 * `de-AT` counts as `de`; anything unknown, and `q=0`, is passed over.
 */
export function negotiateLocale(header: string | null | undefined): AppLocale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const weight = params.map((param) => param.trim()).find((param) => param.startsWith('q='));
      return { language: tag.trim().toLowerCase().split('-')[0], weight: weight ? Number(weight.slice(2)) : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted.map(({ language }) => language).find(isAppLocale) ?? DEFAULT_LOCALE;
}
