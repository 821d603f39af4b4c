import type { Prisma } from '@/lib/db/generated/client';

/** A change request as it is stored, with what was said of it. */
export type RequestRow = Prisma.ChangeRequestGetPayload<{ include: { events: true } }>;
/** What decides of it, without what it would do: that can be megabytes. */
export type RequestLine = Omit<RequestRow, 'steps'>;
/** How lines are read. */
export const LINE = { include: { events: true }, omit: { steps: true } } as const;
