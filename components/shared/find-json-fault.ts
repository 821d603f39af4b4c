const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const DEEPEST = 500;

/**
 * Where a text stops being JSON: a 0-based offset, or the text's length if it is JSON or merely unfinished.
 * Engines word their errors differently, and some do not say where.
 */
export function findJsonFault(text: string): number {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at += match[0].length;
    return match !== null;
  };
  const sign = (character: string): boolean => {
    take(SPACE);
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  const member = (depth: number): boolean => {
    take(SPACE);
    return take(STRING) && sign(':') && value(depth);
  };
  const series = (close: string, element: (depth: number) => boolean, depth: number): boolean => {
    if (sign(close)) return true;
    do if (!element(depth)) return false;
    while (sign(','));
    return sign(close);
  };
  const value = (depth: number): boolean => {
    if (depth > DEEPEST) return false;
    if (sign('{')) return series('}', member, depth + 1);
    if (sign('[')) return series(']', value, depth + 1);
    return take(STRING) || take(SCALAR);
  };
  value(0);
  take(SPACE);
  return at;
}
