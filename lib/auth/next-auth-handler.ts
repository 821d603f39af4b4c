import NextAuth, { type AuthOptions } from 'next-auth';
import { readBody } from '@/lib/http/read-body';
import { serviceError } from '@/lib/services/errors';
import { requestSite } from './site';

const BODY_BYTES = 65_536;

type HeaderValue = string | number | readonly string[];

/** Collects what the library writes to a Node response. */
function collector() {
  const headers = new Map<string, HeaderValue>();
  let status = 200;
  let body: string | null = null;
  const answer = {
    status(code: number) {
      status = code;
      return answer;
    },
    setHeader(name: string, value: HeaderValue) {
      headers.set(name.toLowerCase(), value);
      return answer;
    },
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    end: () => answer,
    send(sent: unknown) {
      body = typeof sent === 'string' ? sent : sent === undefined ? null : JSON.stringify(sent);
      return answer;
    },
    json(sent: unknown) {
      headers.set('content-type', 'application/json');
      body = JSON.stringify(sent);
      return answer;
    },
  };
  const toResponse = (): Response => {
    const sent = new Headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    for (const [name, value] of headers) {
      for (const each of Array.isArray(value) ? value : [value]) sent.append(name, String(each));
    }
    return new Response(body, { status, headers: sent });
  };
  return { answer, toResponse };
}

async function bodyOf(request: Request): Promise<Record<string, unknown> | undefined> {
  if (request.method !== 'POST') return undefined;
  const read = await readBody(request.body, request.headers.get('content-encoding'), { bytes: BODY_BYTES });
  if (!read.ok) throw serviceError(read.problem === 'too_large' ? 'too_large' : 'invalid');
  const sent = Buffer.from(read.bytes).toString('utf8');
  if (!request.headers.get('content-type')?.includes('json')) return Object.fromEntries(new URLSearchParams(sent));
  try {
    const parsed: unknown = JSON.parse(sent);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    throw serviceError('invalid', 'not_json');
  }
}

function cookiesOf(header: string | null): Record<string, string> {
  const parts = (header ?? '').split(';').flatMap((part) => {
    const at = part.indexOf('=');
    return at > 0 ? [[part.slice(0, at).trim(), decode(part.slice(at + 1).trim())] as const] : [];
  });
  return Object.fromEntries(parts);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Hands a request to the sign-in library; the headers it takes its own address from are ours, not the sender's. */
export async function handleAuth(request: Request, action: readonly string[], options: AuthOptions): Promise<Response> {
  const site = requestSite(request.headers);
  const url = site && new URL(site.origin);
  const asked = {
    method: request.method,
    headers: {
      ...Object.fromEntries(request.headers),
      'x-forwarded-host': url?.host ?? 'localhost',
      'x-forwarded-proto': url?.protocol === 'https:' ? 'https' : 'http',
    },
    cookies: cookiesOf(request.headers.get('cookie')),
    query: { ...Object.fromEntries(new URL(request.url).searchParams), nextauth: action },
    body: await bodyOf(request),
  };
  const { answer, toResponse } = collector();
  await Reflect.apply(NextAuth, undefined, [asked, answer, options]);
  return toResponse();
}
