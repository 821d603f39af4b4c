import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as requestHttp, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import {
  type AllowList,
  parseAllowList,
  readTarget,
  type Refusal,
  refusalOf,
  refusalOfName,
  type Target,
} from './address';

/** What came of sending: `status` where somebody answered, else why nobody did. */
export interface Sent {
  status: number | null;
  error: Refusal | 'timeout' | 'unreachable' | 'tls' | 'redirect' | 'refused' | 'key_missing' | null;
  /** The beginning of the answer, without control characters; null without one. */
  response: string | null;
  /** Milliseconds. */
  took: number;
}

/** The way out of this installation: where it may send to is looked at again whenever it connects. */
export interface Outbound {
  /** What is wrong with a URL, as far as it and the name's addresses tell now; null where it may be sent to. */
  check(url: string): Promise<Refusal | null>;
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Sent>;
}

export type Resolve = (host: string) => Promise<LookupAddress[]>;

export interface OutboundOptions {
  /** Hosts, addresses and ranges that may be sent to although they are private. */
  allow?: readonly string[];
  resolve?: Resolve;
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
const CHECK_MS = 3_000;
const MOST_ANSWER = 1_024;

const resolveBySystem: Resolve = (host) =>
  new Promise((resolve, reject) => {
    systemLookup(host, { all: true, verbatim: true }, (error, found) => (error ? reject(error) : resolve(found)));
  });

class RefusedAddress extends Error {
  override name = 'RefusedAddress';
  constructor(readonly refusal: Refusal) {
    super(refusal);
  }
}

/** Every address that a name stands for must be one to send to: which one is connected to is not ours to choose. */
async function addressesOf(target: Target, allow: AllowList, resolve: Resolve): Promise<LookupAddress[]> {
  const found = await resolve(target.host);
  if (found.length === 0) throw new RefusedAddress('host_unknown');
  for (const { address } of found) {
    const refusal = refusalOf(target, address, allow);
    if (refusal) throw new RefusedAddress(refusal);
  }
  return found;
}

/** A look-up for one connection, whose answer is what is connected to: between check and use nothing can change. */
function guardedLookup(target: Target, allow: AllowList, resolve: Resolve): LookupFunction {
  return (_host, { all }, callback) => {
    addressesOf(target, allow, resolve).then(
      (found) => {
        const [first] = found;
        if (all || !first) callback(null, found);
        else callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, []),
    );
  };
}

/** What may be kept of an answer and shown: a short text without anything that moves a cursor or turns a line. */
export const harmless = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, (char) => (char === '\n' || char === '\t' ? char : '')).trim();

async function readBeginning(answer: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    const piece: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    chunks.push(piece);
    size += piece.length;
    if (size >= MOST_ANSWER) break;
  }
  const text = harmless(Buffer.concat(chunks).subarray(0, MOST_ANSWER).toString('utf8'));
  return text === '' ? null : text;
}

const TLS_FAULT = /^(?:ERR_TLS|CERT_|DEPTH_|SELF_|UNABLE_TO|EPROTO|ERR_SSL)/;

function errorOf(thrown: unknown): NonNullable<Sent['error']> {
  if (thrown instanceof RefusedAddress) return thrown.refusal;
  if (!(thrown instanceof Error)) return 'unreachable';
  if (thrown.name === 'AbortError' || thrown.name === 'TimeoutError') return 'timeout';
  const code: unknown = Reflect.get(thrown, 'code');
  const text = typeof code === 'string' ? code : '';
  if (text === 'ENOTFOUND' || text === 'EAI_AGAIN' || text === 'EAI_NODATA') return 'host_unknown';
  return TLS_FAULT.test(text) ? 'tls' : 'unreachable';
}

const judged = (status: number): Sent['error'] => {
  if (status >= 200 && status < 300) return null;
  // Who redirects could send us where we may not go.
  return status >= 300 && status < 400 ? 'redirect' : 'refused';
};

function open(target: Target, options: RequestOptions, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request: ClientRequest = (target.url.protocol === 'https:' ? requestHttps : requestHttp)(target.url, options);
    request.once('response', resolve);
    request.on('error', reject);
    // Who hangs up in other ways, such as changing the protocol, must not leave us waiting.
    request.once('close', () => reject(new Error('closed')));
    request.end(body);
  });
}

/** Makes the way out. Without anything allowed it leads to public addresses over TLS only. */
export function createOutbound(options: OutboundOptions = {}): Outbound {
  const { resolve = resolveBySystem, timeoutMs = TIMEOUT_MS } = options;
  const allow = parseAllowList(options.allow ?? []);

  async function check(text: string): Promise<Refusal | null> {
    const target = readTarget(text);
    if (typeof target === 'string') return target;
    if (target.literal !== null) return refusalOf(target, target.literal, allow);
    const byName = refusalOfName(target, allow);
    const late = new Promise<null>((give) => setTimeout(() => give(null), CHECK_MS).unref());
    // A name that is not known, or not in time, is looked at again before anything is sent.
    const found = await Promise.race([resolve(target.host).catch(() => null), late]);
    const refusals = (found ?? []).map(({ address }) => refusalOf(target, address, allow));
    if (found === null || found.length === 0) return byName;
    return refusals.find((refusal) => refusal !== null) ?? null;
  }

  async function exchange(text: string, headers: Readonly<Record<string, string>>, body: string) {
    const target = readTarget(text);
    if (typeof target === 'string') throw new RefusedAddress(target);
    // An address as such is not looked up when connecting.
    const refusal = target.literal === null ? null : refusalOf(target, target.literal, allow);
    if (refusal) throw new RefusedAddress(refusal);
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await open(
      target,
      { method: 'POST', headers, signal, agent: false, lookup: guardedLookup(target, allow, resolve) },
      body,
    );
    const status = answer.statusCode ?? 0;
    // What goes wrong after the status was said is nobody's concern.
    answer.on('error', () => undefined);
    try {
      return { status, error: judged(status), response: await readBeginning(answer) };
    } catch {
      // The status was said; what came after it does not matter.
      return { status, error: judged(status), response: null };
    } finally {
      answer.destroy();
    }
  }

  return {
    check,
    async post(url, headers, body) {
      const begun = performance.now();
      const took = (): number => Math.round(performance.now() - begun);
      try {
        const sized = { ...headers, 'content-length': String(Buffer.byteLength(body)) };
        return { ...(await exchange(url, sized, body)), took: took() };
      } catch (thrown) {
        return { status: null, error: errorOf(thrown), response: null, took: took() };
      }
    },
  };
}
