/** Which evaluation endpoint a path is. `rawKey` is not decoded; null is the bulk endpoint. */
export interface Matched {
  protocol: 'flags' | 'ofrep';
  rawKey: string | null;
}

const ROOTS = [
  ['flags', '/api/flags'],
  ['ofrep', '/ofrep/v1/evaluate/flags'],
] as const;

/** Null for paths that are not ours. Everything behind the slash is the key, further slashes included. */
export function matchPath(path: string): Matched | null {
  for (const [protocol, root] of ROOTS) {
    if (path === root) return { protocol, rawKey: null };
    if (path.startsWith(`${root}/`)) return { protocol, rawKey: path.slice(root.length + 1) };
  }
  return null;
}

/** A percent-encoded part of a path, or null where it encodes no text. */
export function decodePart(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
