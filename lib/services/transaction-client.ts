import type { Prisma } from '@/lib/db/generated/client';

/** The database inside a transaction; the whole client fits too, so that reads serve both. */
export type TransactionClient = Prisma.TransactionClient;
export type EnvironmentRow = Prisma.EnvironmentGetPayload<object>;
