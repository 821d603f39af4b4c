import type { Prisma, PrismaClient } from '@/lib/db/generated/client';

/** The whole database, outside any transaction: for readers that may not name Prisma's types. */
export type DatabaseClient = PrismaClient;

/** The database as seen inside one transaction. */
export type TransactionClient = Prisma.TransactionClient;
