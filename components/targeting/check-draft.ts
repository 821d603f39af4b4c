import { validateConfiguration, type ConfigurationRefs } from '@/lib/changes/validate';
import type { ChangeSubject } from '@/lib/changes/types';
import type { Configuration } from '@/lib/engine/types';
import { configurationPutSchema } from '@/lib/schemas/configuration';
import { constantProblem } from '@/lib/schemas/constant';
import { issuesOf } from '@/lib/schemas/issues';
import { completeDraft, type Draft } from './draft';

/** One thing wrong with the draft; `group` is its part of the catalogue `changes`. */
export interface DraftIssue {
  path: string;
  group: 'issue' | 'shape';
  code: string;
  /** English, for codes that a catalogue lacks. */
  message: string;
  params: Record<string, string | number>;
}

/**
 * Only what the flag itself can tell: whether other flags and segments exist is the server's to say, since the page
 * has not read them all.
 */
const REFS: ConfigurationRefs = {
  flags: () => undefined,
  segments: () => true,
  constant: constantProblem,
};
const ASKS_OTHERS = ['flag_absent', 'prerequisite_variant_absent', 'segment_absent'];

/** Everything wrong with a draft that can be told without the server: first its shape, then its meaning. */
export function checkDraft(definition: ChangeSubject['definition'], base: Configuration, draft: Draft): DraftIssue[] {
  const shape = configurationPutSchema.safeParse(draft);
  const shapeIssues = shape.success ? [] : issuesOf(shape.error);
  const { configuration, issues } = completeDraft(definition, base, draft);
  const meant = [...issues, ...validateConfiguration(definition, configuration, REFS)].filter(
    ({ code }) => !ASKS_OTHERS.includes(code),
  );
  const found: DraftIssue[] = [
    ...shapeIssues.map(({ params = {}, ...rest }) => ({ ...rest, params, group: 'shape' as const })),
    ...meant.map(({ path, code, message, params }) => ({ path, code, message, params, group: 'issue' as const })),
  ];
  const seen = new Set<string>();
  return found.filter(({ path }) => !seen.has(path) && seen.add(path));
}
