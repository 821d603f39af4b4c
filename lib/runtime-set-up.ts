import { randomUUID } from 'node:crypto';
import type { Database } from '@/lib/db/open';

/** What a first start makes. Does nothing where it is there already, however many instances start at once. */
export async function setUpInstallation({ prisma, now }: Database): Promise<void> {
  const createdAt = await now();
  await prisma.$executeRaw`
    INSERT INTO installation (id, epoch, created_at) VALUES (1, ${randomUUID()}, ${createdAt}) ON CONFLICT DO NOTHING`;
}
