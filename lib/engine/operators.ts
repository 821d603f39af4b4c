import { isAddress, isInCidr, parseCidr } from './cidr';
import { deepEqual } from './deep-equal';
import { readInstant } from './instant';
import { compilePattern } from './pattern';
import { compareSemver, parseSemver, type Version } from './semver';
import type { JsonValue } from './types';

type Test = (actual: JsonValue | undefined) => boolean;

interface PositiveOperator {
  /** Null when the operator cannot read this constant: the condition then never holds. */
  compile(constant: JsonValue | undefined): Test | null;
  canRead(actual: JsonValue): boolean;
}
export interface CompiledOperator {
  /** The positive operator's answer; the condition's is its opposite when `negated`. */
  test: Test;
  canRead(actual: JsonValue): boolean;
  negated: boolean;
  isConstantReadable: boolean;
}

const isAnything = (): boolean => true;
const isText = (actual: JsonValue): boolean => typeof actual === 'string';
const isNumber = (actual: JsonValue): boolean => typeof actual === 'number';
const isTextOrList = (actual: JsonValue): boolean => typeof actual === 'string' || Array.isArray(actual);
const isInstant = (actual: JsonValue): boolean => readInstant(actual) !== null;
const isVersion = (actual: JsonValue): boolean => typeof actual === 'string' && parseSemver(actual) !== null;
const isIp = (actual: JsonValue): boolean => typeof actual === 'string' && isAddress(actual);

const OPERATORS: ReadonlyMap<string, PositiveOperator> = new Map([
  ['equals', { compile: compileEquals, canRead: isAnything }],
  ['in', { compile: compileIn, canRead: isAnything }],
  ['contains', { compile: compileContains, canRead: isTextOrList }],
  ['startsWith', text((constant) => (actual) => typeof actual === 'string' && actual.startsWith(constant))],
  ['endsWith', text((constant) => (actual) => typeof actual === 'string' && actual.endsWith(constant))],
  ['matches', { compile: compileMatches, canRead: isText }],
  ['greaterThan', number((bound) => (actual) => typeof actual === 'number' && actual > bound)],
  ['greaterOrEqual', number((bound) => (actual) => typeof actual === 'number' && actual >= bound)],
  ['lessThan', number((bound) => (actual) => typeof actual === 'number' && actual < bound)],
  ['lessOrEqual', number((bound) => (actual) => typeof actual === 'number' && actual <= bound)],
  ['before', instant((actual, constant) => actual < constant)],
  ['after', instant((actual, constant) => actual > constant)],
  ['semverEqual', version((order) => order === 0)],
  ['semverGreaterThan', version((order) => order > 0)],
  ['semverGreaterOrEqual', version((order) => order >= 0)],
  ['semverLessThan', version((order) => order < 0)],
  ['semverLessOrEqual', version((order) => order <= 0)],
  ['exists', { compile: () => isPresent, canRead: isAnything }],
  ['inCidr', { compile: compileInCidr, canRead: isIp }],
]);

const NEGATIONS: ReadonlyMap<string, string> = new Map([
  ['notEquals', 'equals'],
  ['notIn', 'in'],
  ['notContains', 'contains'],
  ['notStartsWith', 'startsWith'],
  ['notEndsWith', 'endsWith'],
  ['notMatches', 'matches'],
  ['notExists', 'exists'],
  ['notInCidr', 'inCidr'],
]);

/** Null for an operator this version does not know. Segments are not operators here: they need the ruleset. */
export function compileOperator(operator: string, constant: JsonValue | undefined): CompiledOperator | null {
  const positive = NEGATIONS.get(operator);
  const found = OPERATORS.get(positive ?? operator);
  if (found === undefined) return null;
  const test = found.compile(constant);
  return {
    test: test ?? (() => false),
    canRead: found.canRead,
    negated: positive !== undefined,
    isConstantReadable: test !== null,
  };
}

function isPresent(actual: JsonValue | undefined): boolean {
  return actual !== undefined && actual !== null;
}

function compileEquals(constant: JsonValue | undefined): Test | null {
  if (constant === undefined || constant === null) return null;
  if (typeof constant !== 'object') return (actual) => actual === constant;
  return (actual) => deepEqual(actual, constant);
}

function compileIn(constant: JsonValue | undefined): Test | null {
  if (!Array.isArray(constant)) return null;
  const scalars = new Set<JsonValue | undefined>(constant.filter((item) => typeof item !== 'object'));
  const others = constant.filter((item) => typeof item === 'object' && item !== null);
  const holds = (item: JsonValue): boolean => scalars.has(item) || others.some((other) => deepEqual(item, other));
  if (others.length === 0) return (actual) => scalars.has(actual) || (Array.isArray(actual) && actual.some(holds));
  return (actual) => isPresent(actual) && (Array.isArray(actual) ? actual.some(holds) : holds(actual ?? null));
}

function compileContains(constant: JsonValue | undefined): Test | null {
  if (constant === undefined || constant === null) return null;
  const isScalar = typeof constant !== 'object';
  return (actual) => {
    if (typeof actual === 'string') return typeof constant === 'string' && actual.includes(constant);
    if (!Array.isArray(actual)) return false;
    return isScalar ? actual.includes(constant) : actual.some((item) => deepEqual(item, constant));
  };
}

function compileMatches(constant: JsonValue | undefined): Test | null {
  const finds = typeof constant === 'string' ? compilePattern(constant) : null;
  return finds && ((actual) => typeof actual === 'string' && finds(actual));
}

function compileInCidr(constant: JsonValue | undefined): Test | null {
  const network = typeof constant === 'string' ? parseCidr(constant) : null;
  return network && ((actual) => typeof actual === 'string' && isInCidr(actual, network));
}

function text(compile: (constant: string) => Test): PositiveOperator {
  return { compile: (constant) => (typeof constant === 'string' ? compile(constant) : null), canRead: isText };
}

function number(compile: (bound: number) => Test): PositiveOperator {
  return { compile: (constant) => (typeof constant === 'number' ? compile(constant) : null), canRead: isNumber };
}

function instant(holds: (actual: number, constant: number) => boolean): PositiveOperator {
  const compile = (constant: JsonValue | undefined): Test | null => {
    const bound = readInstant(constant);
    if (bound === null) return null;
    return (actual) => {
      const at = readInstant(actual);
      return at !== null && holds(at, bound);
    };
  };
  return { compile, canRead: isInstant };
}

function version(holds: (order: number) => boolean): PositiveOperator {
  const compile = (constant: JsonValue | undefined): Test | null => {
    const bound: Version | null = typeof constant === 'string' ? parseSemver(constant) : null;
    if (bound === null) return null;
    return (actual) => {
      const parsed = typeof actual === 'string' ? parseSemver(actual) : null;
      return parsed !== null && holds(compareSemver(parsed, bound));
    };
  };
  return { compile, canRead: isVersion };
}
