/** A deep copy without undefined properties: what JSON would keep. `__proto__` stays an ordinary name. */
export function compact<T>(value: T): T;
export function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => compact(part));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(kept.map(([name, part]) => [name, compact(part)]));
}
