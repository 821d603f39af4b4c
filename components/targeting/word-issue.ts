import type { ActionError } from '@/lib/actions/action-result';
import { isShapeCode } from '@/lib/schemas/issue-texts';
import type { DraftIssue } from './check-draft';

type ServerIssue = NonNullable<ActionError['issues']>[number];

/** An issue of the server as one of the draft: both have their sentence in the catalogue `changes`. */
export function wordIssue({ path, code, message, params = {} }: ServerIssue): DraftIssue {
  return { path, code, message, params, group: isShapeCode(code) ? 'shape' : 'issue' };
}
