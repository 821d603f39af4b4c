/** Whether two pieces of JSON say the same; a property that is undefined is one that is absent. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameList(a, b);
  const left = entries(a);
  const right = new Map(entries(b));
  return left.length === right.size && left.every(([name, value]) => right.has(name) && same(value, right.get(name)));
}

function sameList(a: unknown[], b: unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => same(value, b[index]));
}

function entries(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, part]) => part !== undefined);
}
