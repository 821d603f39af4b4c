/**
 * Two values as lines of JSON whose order differs only where it means something: the second's properties follow the
 * first's order, new ones last, and list elements with an `id` are matched by it.
 */
export function comparableLines(before: unknown, after: unknown): { before: string[]; after: string[] } {
  return { before: toLines(before), after: toLines(aligned(before, after)) };
}

function toLines(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return (typeof value === 'string' ? value : JSON.stringify(value, null, 2)).split('\n');
}

function aligned(before: unknown, after: unknown): unknown {
  if (Array.isArray(after)) {
    const list: readonly unknown[] = Array.isArray(before) ? before : [];
    return after.map((element: unknown, index) => aligned(partnerOf(list, element, index), element));
  }
  if (!isRecord(after)) return after;
  const model = isRecord(before) ? before : {};
  const names = [...Object.keys(model).filter((name) => Object.hasOwn(after, name))];
  const added = Object.keys(after).filter((name) => !Object.hasOwn(model, name));
  return Object.fromEntries([...names, ...added].map((name) => [name, aligned(model[name], after[name])]));
}

function partnerOf(list: readonly unknown[], element: unknown, index: number): unknown {
  if (!isRecord(element) || element.id === undefined) return list[index];
  return list.find((other) => isRecord(other) && other.id === element.id);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
