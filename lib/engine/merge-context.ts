import { ownProperty } from './attributes';
import { dropAttributes } from './drop-attributes';
import type { ReservedAttributes, Ruleset } from './model';
import { type Progress, progressOf } from './progress-of';
import type { EvaluationContext, JsonObject, JsonValue } from './types';

/** What is stored of a subject, as far as evaluations need it. */
export interface Profile extends Progress {
  attributes: JsonObject;
  role: string | null;
  tenant: string | null;
}
export interface MergeSource {
  ruleset: Ruleset;
  /** What the caller says. */
  context: EvaluationContext;
  /** Null: nothing is stored of the subject, or it may not be used. */
  profile: Profile | null;
  /** Whether a server says it, which vouches for all of it. */
  isTrusted: boolean;
  /** Of an untrusted caller: whether who and whose the subject is was proven. Then, too, the profile may be used. */
  isProven?: boolean;
  /** Epoch milliseconds. */
  now: number;
}
export interface Merged {
  context: EvaluationContext;
  /** Given to the evaluation as its option `reserved`; null where nothing is known. */
  reserved: ReservedAttributes | null;
}

const NO_CONTEXT: EvaluationContext = {};
const TENANT_INFO = 'tenantInfo';

/**
 * What an evaluation may believe of a caller's context, with the stored profile and the tenant's attributes beneath
 * it: the caller wins. Reserved attributes come from the profile alone, which no condition reads from a context. Who
 * proves nothing gets neither, and is not believed about trusted attributes. Never throws; the same object comes back
 * where nothing is added or taken.
 */
export function mergeContext({ ruleset, context: said, profile, isTrusted, isProven, now }: MergeSource): Merged {
  const isObject = typeof said === 'object' && said !== null && !Array.isArray(said);
  const context = isObject ? said : NO_CONTEXT;
  if (!isTrusted && isProven !== true) return { context: believed(ruleset, context), reserved: null };
  const own = isTrusted ? context : believed(ruleset, context);
  const merged = withTenantInfo(ruleset, profile === null ? own : beneath(profile, own));
  if (profile === null && !isTrusted) return { context: merged, reserved: null };
  // Of its role only what is stored or what a server says counts: a client could claim any.
  const role = isTrusted ? ownProperty(merged, 'role') : (profile?.role ?? undefined);
  return { context: merged, reserved: progressOf(ruleset, profile, { role, tenant: tenantOf(merged), now }) };
}

/** A client's own words, without those that only a server's are believed for. */
function believed({ trusted }: Ruleset, context: EvaluationContext): EvaluationContext {
  const isPlain = trusted.length === 0 && !Object.hasOwn(context, TENANT_INFO) && !hasTenantPath(context);
  return isPlain ? context : dropAttributes(context, [TENANT_INFO, ...trusted]);
}

function hasTenantPath(context: EvaluationContext): boolean {
  for (const name in context) if (name.startsWith('tenantInfo.') || name.startsWith('user.')) return true;
  return false;
}

/** The profile under the context. Names are copied as own properties, `__proto__` like any other. */
function beneath({ attributes, role, tenant }: Profile, context: EvaluationContext): EvaluationContext {
  const stored: JsonObject = hidesNone(attributes, context)
    ? attributes
    : Object.fromEntries(Object.entries(attributes).filter(([name]) => !isHidden(name, context)));
  return { ...stored, ...(role === null ? {} : { role }), ...(tenant === null ? {} : { tenant }), ...context };
}

/** A stored `a.b` would be found before the `b` of the caller's own `a`. */
const isHidden = (name: string, context: EvaluationContext): boolean => {
  for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
    if (Object.hasOwn(context, name.slice(0, dot))) return true;
  }
  return false;
};

function hidesNone(attributes: JsonObject, context: EvaluationContext): boolean {
  for (const name in attributes) if (isHidden(name, context)) return false;
  return true;
}

function tenantOf(context: EvaluationContext): string | null {
  const tenant = ownProperty(context, 'tenant');
  return typeof tenant === 'string' && tenant !== '' ? tenant : null;
}

/** The tenant's attributes under what the caller says of it. */
function withTenantInfo({ tenants }: Ruleset, context: EvaluationContext): EvaluationContext {
  const tenant = tenants.size === 0 ? null : tenantOf(context);
  const attributes = tenant === null ? undefined : tenants.get(tenant)?.attributes;
  if (attributes === undefined) return context;
  const said: JsonValue | undefined = ownProperty(context, TENANT_INFO);
  if (said === undefined) return { ...context, [TENANT_INFO]: attributes };
  const isObject = typeof said === 'object' && said !== null && !Array.isArray(said);
  return isObject ? { ...context, [TENANT_INFO]: { ...attributes, ...said } } : context;
}
