import type { EvaluateOptions, Ruleset, Scope, ScopeMemory } from './model';
import type { EvaluationContext, JsonObject, KeyKind } from './types';
import { unitOf } from './unit';

const NO_CONTEXT: EvaluationContext = {};

/** One context at one instant, for any number of flags. Not to be kept: it remembers what it has met. */
export function createScope(
  ruleset: Ruleset,
  context: EvaluationContext,
  now: number,
  options?: EvaluateOptions,
): Scope {
  // What is not an object says nothing about anybody; callers that parse JSON refuse it earlier.
  const said = typeof context === 'object' && context !== null ? context : NO_CONTEXT;
  const reserved = options?.reserved ? { ...options.reserved } : null;
  return new ContextScope(ruleset, said, now, options?.audience ?? 'server', reserved);
}

/** The scope's memory, made when it is first needed. */
export function memoryOf(scope: Scope): ScopeMemory {
  scope.memory ??= { prerequisites: [], segments: [], traced: new Set() };
  return scope.memory;
}

/** Who the context is about is read when first asked: most flags never ask, and every look at memory counts. */
class ContextScope implements Scope {
  depth = 0;
  segmentDepth = 0;
  problem: string | null = null;
  memory: ScopeMemory | null = null;
  private knownSubject: string | null | undefined = undefined;
  private knownTenant: string | null | undefined = undefined;

  constructor(
    readonly ruleset: Ruleset,
    readonly context: EvaluationContext,
    readonly now: number,
    readonly audience: KeyKind,
    readonly reserved: JsonObject | null,
  ) {}

  get subject(): string | null {
    if (this.knownSubject !== undefined) return this.knownSubject;
    const { context } = this;
    this.knownSubject = unitOf(Object.hasOwn(context, 'targetingKey') ? context.targetingKey : undefined);
    return this.knownSubject;
  }

  get tenant(): string | null {
    if (this.knownTenant !== undefined) return this.knownTenant;
    const tenant = Object.hasOwn(this.context, 'tenant') ? this.context.tenant : undefined;
    this.knownTenant = typeof tenant === 'string' && tenant !== '' ? tenant : null;
    return this.knownTenant;
  }
}
