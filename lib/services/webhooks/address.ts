import ipaddr from 'ipaddr.js';

/** Why an address is not sent to; each is a message of the catalogue `webhooks`. */
export type Refusal =
  | 'url_invalid'
  | 'url_scheme'
  | 'url_credentials'
  | 'url_port'
  | 'address_private'
  | 'host_unknown';

/** Hosts by name and address ranges that the operator allows although they are private. */
export interface AllowList {
  hosts: readonly string[];
  ranges: readonly [ipaddr.IPv4 | ipaddr.IPv6, number][];
}

/** Azure's own services answer here, on an address that looks public. */
const PRIVATE_ALTHOUGH_PUBLIC = ['168.63.129.16'];
/** Names that mean this machine or this network, whatever a resolver says. */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/;
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];
const HTTPS_PORT = 443;
const FIRST_FREE_PORT = 1_024;

/** Reads host names, addresses and ranges in CIDR notation. */
export function parseAllowList(entries: readonly string[]): AllowList {
  const hosts: string[] = [];
  const ranges: [ipaddr.IPv4 | ipaddr.IPv6, number][] = [];
  for (const entry of entries) {
    const text = entry.trim().toLowerCase();
    if (ipaddr.isValidCIDR(text)) ranges.push(ipaddr.parseCIDR(text));
    else if (ipaddr.isValid(text)) {
      const address = ipaddr.parse(text);
      ranges.push([address, address.kind() === 'ipv4' ? 32 : 128]);
    } else if (text !== '') hosts.push(bare(text));
  }
  return { hosts, ranges };
}

const bare = (host: string): string => host.replace(/^\[|\]$/g, '').replace(/\.$/, '');

/** Whether an address is in the open internet: what is in no range with a meaning of its own, mapped ones unpacked. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  if (address instanceof ipaddr.IPv6) return address.match(GLOBAL_UNICAST);
  return !PRIVATE_ALTHOUGH_PUBLIC.includes(address.toString());
}

/** Whether the operator allowed this host by name, or this address. */
export function isAllowed(allow: AllowList, host: string, text: string | null): boolean {
  if (allow.hosts.includes(bare(host.toLowerCase()))) return true;
  if (text === null || !ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  return allow.ranges.some(([range, bits]) => address.kind() === range.kind() && address.match(range, bits));
}

/** A target as far as its text tells. `host` has no brackets and no dot at its end; `literal` is an address. */
export interface Target {
  url: URL;
  host: string;
  literal: string | null;
}

/**
 * Reads a URL. The parser is the one that connects later: it turns decimal, octal, hexadecimal, short and full-width
 * spellings of an address into the plain one.
 */
export function readTarget(text: string): Target | Refusal {
  if (!URL.canParse(text)) return 'url_invalid';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'url_scheme';
  if (url.username !== '' || url.password !== '') return 'url_credentials';
  const host = bare(url.hostname);
  if (host === '') return 'url_invalid';
  return { url, host, literal: ipaddr.isValid(host) ? host : null };
}

const portOf = ({ port, protocol }: URL): number => (port === '' ? (protocol === 'https:' ? HTTPS_PORT : 80) : +port);

/** What is wrong with sending to one of the addresses that a target's name stands for, or null. */
export function refusalOf({ url, host }: Target, address: string, allow: AllowList): Refusal | null {
  if (isAllowed(allow, host, address)) return null;
  if (!isPublicAddress(address) || LOCAL_NAME.test(host)) return 'address_private';
  if (url.protocol !== 'https:') return 'url_scheme';
  const port = portOf(url);
  return port === HTTPS_PORT || port >= FIRST_FREE_PORT ? null : 'url_port';
}

/** The same for a name that stands for nothing yet. */
export function refusalOfName({ url, host }: Target, allow: AllowList): Refusal | null {
  if (isAllowed(allow, host, null)) return null;
  return LOCAL_NAME.test(host) ? 'address_private' : refusalOf({ url, host, literal: null }, '2600::1', allow);
}
