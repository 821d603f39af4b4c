const PRISMA_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037']);
const DRIVER_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
/** What the adapter calls them when a raw query fails: its error has another code then. */
const ADAPTER_KINDS = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);
/** Connection exceptions, operator intervention, insufficient resources, rolled back by the server (deadlock). */
const SQL_CLASSES = ['08', '57', '53', '40'];
const PROSE = /connection terminated|timeout exceeded|connect timeout|query read timeout|server closed|not queryable/i;

const text = (value: unknown, name: string): string => {
  if (typeof value !== 'object' || value === null || !(name in value)) return '';
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'string' ? found : '';
};

/** Whether an error means that the database cannot be reached or does not answer, at any depth of its causes. */
export function isDatabaseFault(thrown: unknown, depth = 0): boolean {
  if (typeof thrown !== 'object' || thrown === null || depth > 5) return false;
  const code = text(thrown, 'code') || text(thrown, 'originalCode');
  if (PRISMA_CODES.has(code) || DRIVER_CODES.has(code) || ADAPTER_KINDS.has(text(thrown, 'kind'))) return true;
  if (/^[0-9A-Z]{5}$/.test(code) && SQL_CLASSES.some((prefix) => code.startsWith(prefix))) return true;
  // The driver gives its time-outs and dropped connections no code.
  if (PROSE.test(text(thrown, 'message'))) return true;
  return ['cause', 'meta', 'driverAdapterError'].some((name) => isDatabaseFault(Reflect.get(thrown, name), depth + 1));
}
