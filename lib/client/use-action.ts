'use client';

import { type UseMutationOptions, useMutation } from '@tanstack/react-query';
import type { ActionError, ActionResult } from '@/lib/actions/action-result';

/** What a refused action rejects with: an Error in the reader's language that carries the refusal. */
export class RefusedError extends Error {
  override name = 'RefusedError';
  readonly refusal: ActionError;
  constructor(refusal: ActionError) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** The refusal inside a rejected mutation, or null for anything else, such as a lost connection. */
export const refusalOf = (error: unknown): ActionError | null => (error instanceof RefusedError ? error.refusal : null);

type Options<O, V, C> = Omit<UseMutationOptions<O, Error, V, C>, 'mutationFn'>;

/** A server action as a mutation: `{ok:false}` becomes a rejection, so that optimistic updates roll back. */
export function useAction<O, V, C = unknown>(act: (input: V) => Promise<ActionResult<O>>, options?: Options<O, V, C>) {
  return useMutation<O, Error, V, C>({
    ...options,
    mutationFn: async (input) => {
      const result = await act(input);
      if (!result.ok) throw new RefusedError(result.error);
      return result.data;
    },
  });
}
