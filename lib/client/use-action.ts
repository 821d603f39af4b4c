'use client';

import { type UseMutationOptions, useMutation } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { ActionError, ActionResult } from '@/lib/actions/action-result';
import { sentForApproval } from './sent-for-approval';
import { useSaySent } from './use-say-sent';

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

/** Whether a mutation was not done because it waits for approval now: nothing failed, and it has been said. */
export const wasSent = (error: unknown): boolean => sentForApproval(refusalOf(error)) !== null;

type Options<O, V, C> = Omit<UseMutationOptions<O, Error, V, C>, 'mutationFn'>;

/** Lets whoever takes back what was shown too early do so; what is said of a failure meanwhile is not shown. */
function quietly(takeBack: () => unknown): void {
  const before = new Set(toast.getToasts().map(({ id }) => id));
  takeBack();
  for (const { id } of toast.getToasts()) if (!before.has(id)) toast.dismiss(id);
}

/**
 * A server action as a mutation: `{ok:false}` becomes a rejection, so that optimistic updates roll back. One that
 * waits for approval instead rolls back too, and is said here, for all actions.
 */
export function useAction<O, V, C = unknown>(act: (input: V) => Promise<ActionResult<O>>, options?: Options<O, V, C>) {
  const saySent = useSaySent();
  return useMutation<O, Error, V, C>({
    ...options,
    mutationFn: async (input) => {
      const result = await act(input);
      if (!result.ok) throw new RefusedError(result.error);
      return result.data;
    },
    onError: (error, ...rest) => {
      const number = sentForApproval(refusalOf(error));
      if (number === null) return options?.onError?.(error, ...rest);
      quietly(() => options?.onError?.(error, ...rest));
      saySent(number);
    },
  });
}
