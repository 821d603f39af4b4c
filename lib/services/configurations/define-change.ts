import type { z } from 'zod';
import type { Permission } from '@/lib/permissions/table';
import { defineVerb, type WriteVerb } from '../define-verb';
import type { ProjectScope } from '../context';
import type { WriteContext } from '../transaction';
import { findSubject, type FoundSubject } from './find-subject';

/** What every write to one configuration names. */
interface ChangePlace {
  flag: string;
  environment: string;
  comment?: string;
}

interface ChangeDeclaration<I extends z.ZodType<ChangePlace>, O> {
  verbName: string;
  input: I;
  permission?: Permission;
  permissionOf?: (input: z.output<I>) => Permission;
  isCommentFree?: (input: z.output<I>) => boolean;
  /** Whether nothing will be written: then nothing is locked or reached. */
  isDry?: (input: z.output<I>) => boolean;
  run: (tx: WriteContext, input: z.output<I>, subject: FoundSubject) => Promise<O>;
}

/** Declares a write to one configuration: its environment is locked, and is what it reaches. */
export function defineChange<I extends z.ZodType<ChangePlace>, O>(
  declared: ChangeDeclaration<I, O>,
): WriteVerb<I, O, ProjectScope> {
  return defineVerb({
    verbName: declared.verbName,
    input: declared.input,
    permission: declared.permission ?? 'config.edit',
    permissionOf: declared.permissionOf,
    isCommentFree: declared.isCommentFree,
    locks: (input) => (declared.isDry?.(input) ? {} : { environments: [input.environment] }),
    reaches: (tx, input) => (declared.isDry?.(input) ? [] : [tx.environment(input.environment)]),
    comment: ({ comment }) => comment,
    run: async (tx, input) => declared.run(tx, input, await findSubject(tx.db, tx.scope.projectId, input)),
  });
}
