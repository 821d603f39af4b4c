import type { Prisma } from '@/lib/db/generated/client';

/** A change request as it is stored, with what was said of it. */
export type RequestRow = Prisma.ChangeRequestGetPayload<{ include: { events: true } }>;
