/** A SemVer 2.0.0 version without its build metadata. Numbers stay digits: the standard sets them no upper limit. */
export interface Version {
  core: readonly string[];
  prerelease: readonly string[];
}

const NUMBER = /^(?:0|[1-9][0-9]*)$/;
const DIGITS = /^[0-9]+$/;
const IDENTIFIER = /^[0-9A-Za-z-]+$/;

/** Null for anything that is not exactly a SemVer 2.0.0 version (no `v`, no blanks, no missing parts). */
export function parseSemver(text: string): Version | null {
  const plus = text.indexOf('+');
  const version = plus < 0 ? text : text.slice(0, plus);
  if (
    plus >= 0 &&
    !text
      .slice(plus + 1)
      .split('.')
      .every((part) => IDENTIFIER.test(part))
  )
    return null;
  const dash = version.indexOf('-');
  const core = (dash < 0 ? version : version.slice(0, dash)).split('.');
  if (core.length !== 3 || !core.every((part) => NUMBER.test(part))) return null;
  const prerelease = dash < 0 ? [] : version.slice(dash + 1).split('.');
  return prerelease.every(isPrereleaseIdentifier) ? { core, prerelease } : null;
}

function isPrereleaseIdentifier(part: string): boolean {
  return IDENTIFIER.test(part) && (!DIGITS.test(part) || NUMBER.test(part));
}

/** Precedence: negative when `a` comes before `b`, 0 when neither does. */
export function compareSemver(a: Version, b: Version): number {
  for (let index = 0; index < 3; index += 1) {
    const order = compareDigits(a.core[index] ?? '0', b.core[index] ?? '0');
    if (order !== 0) return order;
  }
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
