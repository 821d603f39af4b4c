/** A SemVer 2.0.0 version without its build metadata. The standard sets numbers no upper limit. */
export interface Version {
  major: number | bigint;
  minor: number | bigint;
  patch: number | bigint;
  prerelease: readonly string[];
}

const DIGITS = /^[0-9]+$/;
const IDENTIFIER = /^[0-9A-Za-z-]+$/;
const SAFE_DIGITS = 15;
const NONE: readonly string[] = [];

/** Null for anything that is not exactly a SemVer 2.0.0 version (no `v`, no blanks, no missing parts). */
export function parseSemver(text: string): Version | null {
  const majorEnd = endOfNumber(text, 0);
  if (text[majorEnd] !== '.') return null;
  const minorEnd = endOfNumber(text, majorEnd + 1);
  if (text[minorEnd] !== '.') return null;
  const patchEnd = endOfNumber(text, minorEnd + 1);
  if (patchEnd < 0) return null;
  const major = numberIn(text, 0, majorEnd);
  const minor = numberIn(text, majorEnd + 1, minorEnd);
  const patch = numberIn(text, minorEnd + 1, patchEnd);
  if (patchEnd === text.length) return { major, minor, patch, prerelease: NONE };
  const plus = text.indexOf('+', patchEnd);
  if (
    plus >= 0 &&
    !text
      .slice(plus + 1)
      .split('.')
      .every((part) => IDENTIFIER.test(part))
  )
    return null;
  if (plus === patchEnd) return { major, minor, patch, prerelease: NONE };
  if (text[patchEnd] !== '-') return null;
  const prerelease = text.slice(patchEnd + 1, plus < 0 ? text.length : plus).split('.');
  return prerelease.every(isPrereleaseIdentifier) ? { major, minor, patch, prerelease } : null;
}

/** The end of the digits at `start`, or -1 when there are none, or a leading zero. */
function endOfNumber(text: string, start: number): number {
  let end = start;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1;
  return end === start || (end > start + 1 && text[start] === '0') ? -1 : end;
}

function numberIn(text: string, start: number, end: number): number | bigint {
  if (end - start > SAFE_DIGITS) return BigInt(text.slice(start, end));
  let value = 0;
  for (let index = start; index < end; index += 1) value = value * 10 + text.charCodeAt(index) - 48;
  return value;
}

function isPrereleaseIdentifier(part: string): boolean {
  return IDENTIFIER.test(part) && (!DIGITS.test(part) || part === '0' || part[0] !== '0');
}

/** Precedence: negative when `a` comes before `b`, 0 when neither does. */
export function compareSemver(a: Version, b: Version): number {
  if (a.major !== b.major) return a.major < b.major ? -1 : 1;
  if (a.minor !== b.minor) return a.minor < b.minor ? -1 : 1;
  if (a.patch !== b.patch) return a.patch < b.patch ? -1 : 1;
  if (a.prerelease.length === 0 || b.prerelease.length === 0) return b.prerelease.length - a.prerelease.length;
  const shared = Math.min(a.prerelease.length, b.prerelease.length);
  for (let index = 0; index < shared; index += 1) {
    const order = compareIdentifiers(a.prerelease[index] ?? '', b.prerelease[index] ?? '');
    if (order !== 0) return order;
  }
  return a.prerelease.length - b.prerelease.length;
}

function compareIdentifiers(a: string, b: string): number {
  const aIsNumber = DIGITS.test(a);
  const bIsNumber = DIGITS.test(b);
  if (aIsNumber && bIsNumber) return compareDigits(a, b);
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1;
  return compareText(a, b);
}

function compareDigits(a: string, b: string): number {
  return a.length - b.length || compareText(a, b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
