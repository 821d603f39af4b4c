/**
 * The address that throttles count, or null. The server appends each connection's own address to
 * `X-Forwarded-For`; of what stands before it, only what `trustedProxies` hops wrote is believed.
 */
export function clientAddress(headers: Headers, trustedProxies: number): string | null {
  const hops = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '');
  const address = hops[Math.max(0, hops.length - 1 - trustedProxies)];
  return address === undefined ? null : address.slice(0, 64);
}
