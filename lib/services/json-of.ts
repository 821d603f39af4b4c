import type { Prisma } from '@/lib/db/generated/client';

/** Data of ours as a JSON column takes it; interfaces lack the index signature that Prisma's type asks for. */
export const jsonOf = (value: object): Prisma.InputJsonValue => value as Prisma.InputJsonObject;
