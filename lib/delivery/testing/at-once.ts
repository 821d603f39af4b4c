import type { DeliveryAnswer, PendingAnswer } from '../request';

/** An answer that needed nothing but memory. */
export function atOnce<T extends PendingAnswer | null>(pending: T): Exclude<T, Promise<DeliveryAnswer>> {
  if (pending instanceof Promise) throw new Error('the answer was not given at once');
  return pending as Exclude<T, Promise<DeliveryAnswer>>;
}
