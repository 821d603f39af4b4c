import type { EvaluateOptions, Scope } from '@/lib/engine/model';
import { createScope } from '@/lib/engine/scope';
import { evaluateIn } from '@/lib/engine/evaluate';
import { explain } from '@/lib/engine/explain';
import type { Verdict } from '@/lib/engine/types';
import { visibleKeys } from '@/lib/engine/visible-keys';
import type { Caller } from './authenticate';
import { combine, digestOf } from './etag';
import type { Question } from './read-question';
import { flagFields, type Form, type Serialise } from './serialise';

/** An answer before it is compared with what the caller has. */
export interface Answer {
  status: number;
  body: string;
  /** Absent for errors and explanations. */
  etag?: string;
  /** What is counted. */
  verdicts: readonly Verdict[];
}
export interface Asked {
  caller: Caller;
  /** Its context with all that may be believed and is stored. */
  question: Question;
  reserved: EvaluateOptions['reserved'];
  /** Whether a flag is answered without the profile that it reads; null: none is. */
  isBare: ((key: string) => boolean) | null;
  /** Epoch milliseconds. */
  now: number;
  isStale: boolean;
  serialise: Serialise;
}

const isKnown = (verdict: Verdict): boolean => verdict.errorCode !== 'FLAG_NOT_FOUND';

const optionsOf = ({ caller, reserved }: Asked): EvaluateOptions => ({ audience: caller.kind, reserved });
const scopeOf = (asked: Asked): Scope =>
  createScope(asked.caller.environment.ruleset, asked.question.context, asked.now, optionsOf(asked));

function evaluateAll(asked: Asked): Verdict[] {
  const { caller, question } = asked;
  const { ruleset } = caller.environment;
  const scope = scopeOf(asked);
  if (question.keys === null) return visibleKeys(ruleset, caller.kind).map((key) => evaluateIn(scope, key));
  return [...new Set(question.keys)]
    .sort()
    .map((key) => evaluateIn(scope, key))
    .filter(isKnown);
}

/** A verdict as text, which says so if a stored profile was missing. */
const write = ({ serialise, isBare }: Asked, verdict: Verdict, form: Form) =>
  serialise(verdict, form, isBare?.(verdict.key) ?? false);

/** What an entity tag begins with: what the answer says besides its verdicts, but for the revision. */
const seedOf = ({ caller, isStale }: Asked, form: string) =>
  digestOf(`${form}\n${caller.environment.key}\n${isStale ? 'stale' : ''}`);

/** `/api/flags` */
export function answerFlags(asked: Asked): Answer {
  const { environment } = asked.caller;
  const verdicts = evaluateAll(asked);
  const pieces = verdicts.map((verdict) => write(asked, verdict, 'flags'));
  const head = `"environment":${JSON.stringify(environment.key)},"revision":${environment.ruleset.number}`;
  const stale = asked.isStale ? ',"stale":true' : '';
  return {
    status: 200,
    body: `{${head}${stale},"flags":{${pieces.map(({ text }) => text).join(',')}}}`,
    etag: combine([seedOf(asked, 'flags'), ...pieces.map(({ digest }) => digest)]),
    verdicts,
  };
}

/** `/api/flags/{key}` */
export function answerFlag(asked: Asked, key: string): Answer {
  const verdict = evaluateIn(scopeOf(asked), key);
  const { text, digest } = write(asked, verdict, 'flag');
  const body = `{${text}${asked.isStale ? ',"stale":true' : ''}}`;
  if (verdict.errorCode !== undefined) return { status: statusOf(verdict), body, verdicts: [verdict].filter(isKnown) };
  return { status: 200, body, etag: combine([seedOf(asked, 'flag'), digest]), verdicts: [verdict] };
}

/** `/ofrep/v1/evaluate/flags` */
export function answerOfrep(asked: Asked): Answer {
  const verdicts = evaluateAll(asked);
  const pieces = verdicts.map((verdict) => write(asked, verdict, asked.isStale ? 'ofrepStale' : 'ofrep'));
  const stale = asked.isStale ? ',"metadata":{"stale":true}' : '';
  return {
    status: 200,
    body: `{"flags":[${pieces.map(({ text }) => text).join(',')}]${stale}}`,
    etag: combine([seedOf(asked, 'ofrep'), ...pieces.map(({ digest }) => digest)]),
    verdicts,
  };
}

/** `/ofrep/v1/evaluate/flags/{key}` */
export function answerOfrepFlag(asked: Asked, key: string): Answer {
  const verdict = evaluateIn(scopeOf(asked), key);
  const { text, digest } = write(asked, verdict, asked.isStale ? 'ofrepStale' : 'ofrep');
  if (verdict.errorCode !== undefined) {
    return { status: statusOf(verdict), body: text, verdicts: [verdict].filter(isKnown) };
  }
  return { status: 200, body: text, etag: combine([seedOf(asked, 'ofrepFlag'), digest]), verdicts: [verdict] };
}

/** `/api/flags` and `/api/flags/{key}` with what each step of the evaluation had to say. */
export function answerExplained(asked: Asked, key: string | null): Answer {
  const { caller, question, now, isStale } = asked;
  const { environment, kind } = caller;
  const tell = (name: string) => {
    const { verdict, trace } = explain(environment.ruleset, name, question.context, now, optionsOf(asked));
    const fields = flagFields(verdict, asked.isBare?.(name) ?? false);
    return { verdict, fields: `${fields},"trace":${JSON.stringify(trace)}` };
  };
  const stale = isStale ? ',"stale":true' : '';
  if (key !== null) {
    const { verdict, fields } = tell(key);
    const status = verdict.errorCode === undefined ? 200 : statusOf(verdict);
    return { status, body: `{"key":${JSON.stringify(key)},${fields}${stale}}`, verdicts: [] };
  }
  const keys = question.keys === null ? visibleKeys(environment.ruleset, kind) : [...new Set(question.keys)].sort();
  const told = keys.map((name) => ({ name, ...tell(name) })).filter(({ verdict }) => isKnown(verdict));
  const flags = told.map(({ name, fields }) => `${JSON.stringify(name)}:{${fields}}`).join(',');
  const head = `"environment":${JSON.stringify(environment.key)},"revision":${environment.ruleset.number}`;
  return { status: 200, body: `{${head}${stale},"flags":{${flags}}}`, verdicts: [] };
}

const statusOf = ({ errorCode }: Verdict): number => (errorCode === 'FLAG_NOT_FOUND' ? 404 : 400);
