import { same } from '@/lib/changes/same';

/** The part of `next` that differs from `base`, field by field. */
export function changedFields<T extends object>(base: object, next: T): Partial<T> {
  const before = new Map<string, unknown>(Object.entries(base));
  const changed: Partial<T> = { ...next };
  for (const name of fieldsOf(next)) if (same(next[name], before.get(String(name)))) delete changed[name];
  return changed;
}

const fieldsOf = <T extends object>(value: T): (keyof T)[] => {
  const names: (keyof T)[] = [];
  for (const name in value) names.push(name);
  return names;
};
