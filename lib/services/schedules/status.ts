/** Whether a schedule's time is over: it did what it was for, or was cancelled. */
export const isClosed = ({ status }: { status: string }): boolean => status === 'done' || status === 'cancelled';

/** Whether it waits for somebody to decide, rather than for its time. */
export const isStopped = ({ status }: { status: string }): boolean => status === 'review' || status === 'failed';
