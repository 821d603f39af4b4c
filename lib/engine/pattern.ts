import { RE2JS } from 're2js';

/** An unanchored, linear-time test; null when the pattern is invalid. Inline flags such as `(?i)` are allowed. */
export function compilePattern(pattern: string): ((text: string) => boolean) | null {
  try {
    const compiled = RE2JS.compile(pattern);
    return (text) => finds(compiled, text);
  } catch {
    return null;
  }
}

function finds(pattern: RE2JS, text: string): boolean {
  try {
    return pattern.test(text);
  } catch {
    return false;
  }
}
