import type { HeadersLike } from './values';

/** Headers that a proxy of yours sets and takes away from requests that bring them. Nothing is believed without. */
export interface ProxyHeaders {
  /** Two letters, such as `cf-ipcountry` or `x-vercel-ip-country`. */
  country?: string;
  /** One address, or a list to which each of your `hops` proxies added the address it saw (`x-forwarded-for`). */
  address?: string | { header: string; hops: number };
}

/** What proxies say when they do not know, or mean no country. */
const NO_COUNTRY: readonly string[] = ['XX', 'ZZ', 'T1'];

export function countryOf(headers: HeadersLike, { country }: ProxyHeaders): string | undefined {
  if (country === undefined) return undefined;
  const code = (headers.get(country) ?? '').trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) && !NO_COUNTRY.includes(code) ? code : undefined;
}

/** Without port and brackets; undefined if it is no address. */
function bareAddress(text: string): string | undefined {
  const found = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d[\d.]*):\d+$/.exec(text)?.[1] ?? text;
  const isFour = /^\d{1,3}(\.\d{1,3}){3}$/.test(found) && found.split('.').every((part) => Number(part) <= 255);
  const isSix = found.includes(':') && /^[0-9a-f:]{2,39}$|^[0-9a-f:]{2,30}(\d{1,3}\.){3}\d{1,3}$/i.test(found);
  return isFour || isSix ? found : undefined;
}

/** The address of the one who asked. Entries left of the proxies' own are what the asker claims, and not read. */
export function addressOf(headers: HeadersLike, { address }: ProxyHeaders): string | undefined {
  if (address === undefined) return undefined;
  const { header, hops } = typeof address === 'string' ? { header: address, hops: 1 } : address;
  const entries = (headers.get(header) ?? '').split(',').map((entry) => entry.trim());
  if (typeof address === 'string' && entries.length > 1) return undefined;
  return bareAddress(entries[entries.length - hops] ?? '');
}
