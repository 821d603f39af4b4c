import { RE2JS } from 're2js';

type Finds = (text: string) => boolean;

/** Letters that mean themselves, or are made to by a backslash, between optional anchors. */
const LITERAL = /^(\^?)((?:[\w@ :,;=/%&~<>"'!-]|\\[.@/+*?^$|()[\]{}\\-])*)(\$?)$/;

/** An unanchored, linear-time test; null when the pattern is invalid. Inline flags such as `(?i)` are allowed. */
export function compilePattern(pattern: string): Finds | null {
  try {
    const compiled = RE2JS.compile(pattern);
    return compileLiteral(pattern) ?? ((text) => finds(compiled, text));
  } catch {
    return null;
  }
}

/** What people mostly write needs no automaton; null for everything else. */
export function compileLiteral(pattern: string): Finds | null {
  const parts = LITERAL.exec(pattern);
  if (parts === null) return null;
  const literal = (parts[2] ?? '').replace(/\\(.)/g, '$1');
  const isAtStart = parts[1] !== '';
  const isAtEnd = parts[3] !== '';
  if (isAtStart && isAtEnd) return (text) => text === literal;
  if (isAtStart) return (text) => text.startsWith(literal);
  return isAtEnd ? (text) => text.endsWith(literal) : (text) => text.includes(literal);
}

function finds(pattern: RE2JS, text: string): boolean {
  try {
    return pattern.test(text);
  } catch {
    return false;
  }
}
