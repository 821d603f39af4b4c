import { type ChangeIssueCode, ISSUE_TEXTS } from './issue-texts';

/** `invalid` is a wrong shape (400), `refused` a wrong meaning (422). */
export type ChangeIssueKind = 'invalid' | 'refused';

/** One thing wrong with a change or a configuration. Never holds anything the caller sent. */
export interface ChangeIssue {
  /** Dotted, such as `rules.0.serve.variant`; empty for the whole. */
  path: string;
  code: ChangeIssueCode;
  kind: ChangeIssueKind;
  /** English. Pages word `issue.<code>` of the catalogue `changes` with `params` instead. */
  message: string;
  params: Record<string, number>;
}

/** A refusal that is thrown: the first issue's fields, and all issues. Told apart by `name` and `code`. */
export interface ChangeError extends Error, ChangeIssue {
  name: 'ChangeError';
  issues: ChangeIssue[];
}

const SHAPE_CODES: readonly ChangeIssueCode[] = ['serve_required', 'rollout_form'];

/** The texts use two forms of ICU alone, both about a limit; the catalogues' reader knows all of it. */
function english(code: ChangeIssueCode, { limit = 0 }: Record<string, number>): string {
  const plural = /\{limit, plural, one \{# ([^}]*)\} other \{# ([^}]*)\}\}/;
  const count = limit.toLocaleString('en');
  return ISSUE_TEXTS[code]
    .replace(plural, (_, one: string, other: string) => `${count} ${limit === 1 ? one : other}`)
    .replace('{limit, number}', count);
}

export function issue(path: string, code: ChangeIssueCode, params: Record<string, number> = {}): ChangeIssue {
  const kind = SHAPE_CODES.includes(code) ? 'invalid' : 'refused';
  return { path, code, kind, message: english(code, params), params };
}

/** Makes an error to throw of one or more issues. */
export function changeError(first: ChangeIssue, rest: ChangeIssue[] = []): ChangeError {
  const { message, ...fields } = first;
  return Object.assign(new Error(message), fields, { name: 'ChangeError' as const, issues: [first, ...rest] });
}

/** Throws what was found, if anything was. */
export function refuse(issues: ChangeIssue[]): void {
  const [first, ...rest] = issues;
  if (first) throw changeError(first, rest);
}

/** Reads a thrown value as a refusal of a change, or null. */
export function asChangeError(thrown: unknown): ChangeError | null {
  if (!(thrown instanceof Object && 'name' in thrown && thrown.name === 'ChangeError')) return null;
  return 'issues' in thrown && Array.isArray(thrown.issues) ? (thrown as ChangeError) : null;
}

/** Joins the parts of an issue's path. */
export function at(path: string, ...parts: (string | number)[]): string {
  return [path, ...parts].filter((part) => part !== '').join('.');
}
