import type { ShapeCode } from './issue-texts';

// A type, not an interface: zod wants an index signature here.
type CustomIssue = {
  code: 'custom';
  path: PropertyKey[];
  params: { code: ShapeCode; limit?: number };
  message: string;
};

/** An issue of our own, to be pushed in a check; zod keeps the code in `params`. */
export function shapeProblem(code: ShapeCode, path: PropertyKey[] = [], limit?: number): CustomIssue {
  return { code: 'custom', path, params: limit === undefined ? { code } : { code, limit }, message: code };
}
