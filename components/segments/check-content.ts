import { checkGroup } from '@/lib/changes/check-conditions';
import type { ConditionGroup } from '@/lib/engine/types';
import { constantProblem } from '@/lib/schemas/constant';
import { issuesOf } from '@/lib/schemas/issues';
import { segmentPutSchema } from '@/lib/schemas/segment';

export interface ContentIssue {
  path: string;
  group: 'issue' | 'shape';
  code: string;
  message: string;
  params: Record<string, string | number>;
}

/** What is wrong with a segment's rules as far as the page can tell; whether other segments exist, the server says. */
export function checkContent(content: ConditionGroup): ContentIssue[] {
  const shape = segmentPutSchema.safeParse(content);
  if (!shape.success) {
    return issuesOf(shape.error).map(({ path, code, message, params = {} }) => ({
      path,
      code,
      message,
      params,
      group: 'shape',
    }));
  }
  const refs = { flags: () => undefined, segments: () => true, constant: constantProblem };
  return checkGroup(content, refs, '', 'segment').map(({ path, code, message, params }) => ({
    path,
    code,
    message,
    params,
    group: 'issue',
  }));
}
