import { putAttribute, removeAttribute } from '@/lib/actions/attributes';

/** The writes to a project's attribute definitions. */
export const attributeActions = (project: string) => ({
  put: (input: unknown) => putAttribute(project, input),
  remove: (input: { name: string; comment?: string }) => removeAttribute(project, input),
});
