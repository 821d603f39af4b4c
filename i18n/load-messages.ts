import type { AbstractIntlMessages } from 'next-intl';
import type { AppLocale } from './locales';
import { NAMESPACES } from './namespaces';

/** All namespaces of a locale, each under its own name. A namespace without a file yet is left out. */
export async function loadMessages(locale: AppLocale): Promise<AbstractIntlMessages> {
  const loaded = await Promise.all(
    NAMESPACES.map(async (name): Promise<[string, AbstractIntlMessages][]> => {
      const file = await readNamespace(locale, name);
      return file ? [[name, file]] : [];
    }),
  );
  return Object.fromEntries(loaded.flat());
}

async function readNamespace(locale: AppLocale, name: string): Promise<AbstractIntlMessages | null> {
  try {
    const file: { default: AbstractIntlMessages } = await import(`../messages/${locale}/${name}.json`);
    return file.default;
  } catch {
    return null;
  }
}
