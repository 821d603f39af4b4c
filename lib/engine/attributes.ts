import type { AttributeReader, Scope } from './model';
import type { JsonObject, JsonValue } from './types';

/** What only a subject's stored progress says. `roleAtLeast` lists the project's roles that the subject's reaches. */
export const PROGRESS_ATTRIBUTES = ['stage', 'stageIndex', 'daysSinceJoined', 'counters', 'roleAtLeast'] as const;
/** Never taken from a caller. */
export const RESERVED_ATTRIBUTES = ['environment', 'now', ...PROGRESS_ATTRIBUTES] as const;

const PROGRESS: ReadonlySet<string> = new Set(PROGRESS_ATTRIBUTES);
const DEEPEST_PATH = 64;

/** The name an attribute is read by: `user.x` is `x`. */
export function attributeName(attribute: string): string {
  return attribute.startsWith('user.') && attribute.length > 5 ? attribute.slice(5) : attribute;
}

/** An own property, or undefined; `constructor` and `__proto__` are names like any other. */
export function ownProperty(object: JsonObject, name: string): JsonValue | undefined {
  const value = object[name];
  return value !== undefined && Object.hasOwn(object, name) ? value : undefined;
}

/** The attribute itself when it is a plain top-level name of the context, which needs no reader; else null. */
export function plainName(attribute: string): string | null {
  const isReserved = RESERVED_ATTRIBUTES.some((reserved) => reserved === attribute);
  return isReserved || attribute.includes('.') ? null : attribute;
}

/** Compiles a top-level name or dotted path into a reader. */
export function compileAttribute(attribute: string): AttributeReader {
  const name = attributeName(attribute);
  const head = name.split('.', 1)[0] ?? '';
  if (name === 'environment') return (scope) => scope.ruleset.environment;
  if (name === 'now') return (scope) => scope.now;
  if (head === 'environment' || head === 'now') return () => undefined;
  const find = compilePath(name);
  if (PROGRESS.has(head)) return (scope) => (scope.reserved === null ? undefined : find(scope.reserved));
  if (name === attribute) return name.includes('.') ? (scope) => find(scope.context) : topLevel(name);
  return (scope) => ownProperty(scope.context, attribute) ?? find(scope.context);
}

function topLevel(name: string): AttributeReader {
  return (scope: Scope) => ownProperty(scope.context, name);
}

/** At each level the longest name wins, so `a.b` is found before `a` is opened. */
function compilePath(path: string): (object: JsonObject) => JsonValue | undefined {
  const parts = path.split('.');
  if (parts.length === 1 || parts.length > DEEPEST_PATH) return (object) => ownProperty(object, path);
  const names = parts.map((_, from) =>
    parts.slice(from).map((_part, to) => parts.slice(from, from + to + 1).join('.')),
  );
  return (object) => findPath(object, names, 0);
}

function findPath(object: JsonObject, names: readonly (readonly string[])[], from: number): JsonValue | undefined {
  const candidates = names[from] ?? [];
  for (let index = candidates.length - 1; index >= 0; index -= 1) {
    const value = ownProperty(object, candidates[index] ?? '');
    if (value === undefined) continue;
    if (index === candidates.length - 1) return value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    const found = findPath(value, names, from + index + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
