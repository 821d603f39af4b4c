import { env } from '@/lib/env';

/** What a request says about the address it came to. */
export interface Site {
  /** Scheme, host and port people reach this server at. */
  origin: string;
  secure: boolean;
}

export interface SiteSettings {
  publicUrl: string | undefined;
  trustedProxies: number;
}

/** A name or address, with a port perhaps; nothing that would turn it into another address. */
const HOST = /^[A-Za-z0-9.:[\]_-]{1,260}$/;

const firstOf = (value: string | null): string | undefined => value?.split(',')[0]?.trim() || undefined;

/** The address the request was made to, by its own headers: forwarded ones count only behind a trusted proxy. */
export function requestSite(headers: Headers, { trustedProxies }: SiteSettings = env()): Site | null {
  const forwarded = trustedProxies > 0;
  const host = (forwarded ? firstOf(headers.get('x-forwarded-host')) : undefined) ?? headers.get('host');
  const secure = forwarded && firstOf(headers.get('x-forwarded-proto')) === 'https';
  if (!host || !HOST.test(host)) return null;
  const address = `${secure ? 'https' : 'http'}://${host}`;
  return URL.canParse(address) ? { origin: new URL(address).origin, secure } : null;
}

/** The site as configured, or else as the request has it. Links and cookies are made for it. */
export function siteOf(headers: Headers, settings: SiteSettings = env()): Site {
  if (settings.publicUrl !== undefined) {
    const { origin, protocol } = new URL(settings.publicUrl);
    return { origin, secure: protocol === 'https:' };
  }
  return requestSite(headers, settings) ?? { origin: 'http://localhost', secure: false };
}
