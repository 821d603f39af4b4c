import { env } from '@/lib/env';
import { isJsonType } from '@/lib/http/content-type';
import { serviceError } from '@/lib/services/errors';
import { requestSite, type SiteSettings } from './site';

/** Throws unless the request says that it comes from a page of this site; a null or absent `Origin` says nothing. */
export function requireSameOrigin(headers: Headers, settings: SiteSettings = env()): void {
  const origin = headers.get('origin');
  const own = [requestSite(headers, settings)?.origin, settings.publicUrl && new URL(settings.publicUrl).origin];
  if (origin === null || !own.includes(origin)) throw serviceError('forbidden', 'foreign_origin');
}

/** A browser sends cookies along from any page, so a write by session must come from ours, as JSON or without a body. */
export function requireOwnWrite(request: Request, settings: SiteSettings = env()): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  requireSameOrigin(request.headers, settings);
  const type = request.headers.get('content-type');
  if (type !== null && !isJsonType(type)) throw serviceError('forbidden', 'foreign_origin');
}
