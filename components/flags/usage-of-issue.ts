import type { ActionError } from '@/lib/actions/action-result';

/** What still uses a flag or one of its variants, as a refusal names it. */
export interface RefusedUse {
  kind: UseKind;
  key: string;
  environment: string;
}

export const USE_KINDS = [
  'prerequisite',
  'segment',
  'virtualSegment',
  'rule',
  'configuration',
  'override',
  'membership',
  'codeDefault',
] as const;
export type UseKind = (typeof USE_KINDS)[number];

type RefusedIssue = NonNullable<ActionError['issues']>[number];

/** Reads `used_by_<kind>` at `<environment>.<key>`; null for any other issue. Both parts may hold dots. */
export function usageOfIssue(issue: RefusedIssue, environments: readonly { key: string }[]): RefusedUse | null {
  const kind = USE_KINDS.find((name) => issue.code === `used_by_${name}`);
  const environment = environments
    .map(({ key }) => key)
    .filter((key) => issue.path.startsWith(`${key}.`))
    .sort((a, b) => b.length - a.length)[0];
  if (kind === undefined || environment === undefined) return null;
  return { kind, key: issue.path.slice(environment.length + 1), environment };
}
