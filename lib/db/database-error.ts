/** What went wrong in the database, for those who must react; null when the error is another's. */
export type DatabaseErrorKind = 'unavailable' | 'unique' | 'foreignKey' | 'check' | 'conflict' | 'notFound';

const PRISMA: Record<string, DatabaseErrorKind> = {
  P1001: 'unavailable',
  P1002: 'unavailable',
  P1008: 'unavailable',
  P1017: 'unavailable',
  P2024: 'unavailable',
  P2028: 'unavailable',
  P2037: 'unavailable',
  P2002: 'unique',
  P2003: 'foreignKey',
  P2034: 'conflict',
  P2025: 'notFound',
};
const SQLSTATE: Record<string, DatabaseErrorKind> = {
  '23505': 'unique',
  '23503': 'foreignKey',
  '23514': 'check',
  '40001': 'conflict',
  '40P01': 'conflict',
  '53300': 'unavailable',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
};
const SOCKET = new Set([
  'ETIMEDOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** Reads codes only, of the error and of what caused it. */
export function databaseErrorKind(error: unknown): DatabaseErrorKind | null {
  let current: unknown = error;
  for (let depth = 0; depth < 8 && current instanceof Object; depth += 1) {
    const kind = ownKind(current);
    if (kind !== null) return kind;
    current = field(current, 'cause') ?? field(field(current, 'meta'), 'driverAdapterError');
  }
  return null;
}

function ownKind(error: object): DatabaseErrorKind | null {
  for (const key of ['originalCode', 'code']) {
    const code = field(error, key);
    if (typeof code !== 'string') continue;
    const kind =
      (Object.hasOwn(SQLSTATE, code) ? SQLSTATE[code] : undefined) ??
      (Object.hasOwn(PRISMA, code) ? PRISMA[code] : undefined);
    if (kind) return kind;
    if (SOCKET.has(code) || code.startsWith('08')) return 'unavailable';
  }
  return null;
}

function field(value: unknown, key: string): unknown {
  return value instanceof Object ? Reflect.get(value, key) : undefined;
}
