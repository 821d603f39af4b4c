import type { Issue } from '../errors';
import type { Usage } from './types';

/** A list of usages as issues of a refusal: the path says where, as `<environment>.<flag or segment>`. */
export const usageIssues = (usage: readonly Usage[]): Issue[] =>
  usage.map(({ kind, key, environment }) => ({
    path: `${environment}.${key}`,
    code: `used_by_${kind}`,
    message: `It is used by ${KINDS[kind]} ${key} in ${environment}.`,
  }));

const KINDS: Record<Usage['kind'], string> = {
  prerequisite: 'the prerequisites of the flag',
  segment: 'the segment',
  virtualSegment: 'a rule (through its memberships) of the flag',
  rule: 'a rule of the flag',
};
