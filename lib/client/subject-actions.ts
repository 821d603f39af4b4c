import { createSubject, eraseSubject, updateSubject } from '@/lib/actions/subjects';

/** The writes to a project's subjects. */
export const subjectActions = (project: string) => ({
  create: (input: unknown) => createSubject(project, input),
  update: (input: unknown) => updateSubject(project, input),
  erase: (input: unknown) => eraseSubject(project, input),
});
