import type { Prisma } from '@/lib/db/generated/client';

/**
 * Data of ours as a JSON column takes it, byte for byte. Given as it is, the client copies it property by property
 * and so loses an own `__proto__`; `Raw` is how the client itself passes on JSON that it must not look into.
 */
export const jsonOf = (value: object): Prisma.InputJsonValue => ({ toJSON: () => ({ $type: 'Raw', value }) });
