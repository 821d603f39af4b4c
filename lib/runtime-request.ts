import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const ID_FORM = /^[0-9a-fA-F-]{16,64}$/;
/** What only this server and its framework may say to each other. */
const INTERNAL = /^(?:content-security-policy(?:-report-only)?|x-nonce|x-middleware-.*)$/;
const OF_PROXIES = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded'];

/** A request as the handlers behind may believe it. */
export interface Cleaned {
  requestId: string;
  /** Of the connection, or what the last trusted proxy wrote. */
  address: string;
}

/** Takes out of the headers what outsiders may not say, and adds the connection's own address and an id. */
export function cleanRequest({ headers, socket }: IncomingMessage, trustedProxies: number): Cleaned {
  for (const name of Object.keys(headers)) if (INTERNAL.test(name)) delete headers[name];
  if (trustedProxies === 0) for (const name of OF_PROXIES) delete headers[name];
  const given = headers['x-request-id'];
  const requestId = typeof given === 'string' && ID_FORM.test(given) ? given : randomUUID();
  headers['x-request-id'] = requestId;
  const before = headers['x-forwarded-for'];
  const hops = [...(typeof before === 'string' ? before.split(',') : (before ?? [])), socket.remoteAddress ?? ''];
  headers['x-forwarded-for'] = hops.map((hop) => hop.trim()).join(', ');
  const address = hops[Math.max(0, hops.length - 1 - trustedProxies)] ?? '';
  return { requestId, address: address.trim().slice(0, 64) };
}
