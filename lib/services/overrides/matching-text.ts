import { Prisma } from '@/lib/db/generated/client';
import { likeLiteral } from '../like';

/** `AND (… ILIKE …)`: keeps rows that hold the text in one of the columns; nothing where nothing is asked for. */
export function matchingText(q: string | undefined, columns: readonly Prisma.Sql[]): Prisma.Sql {
  const asked = q?.trim();
  if (!asked) return Prisma.empty;
  const pattern = `%${likeLiteral(asked)}%`;
  const tests = columns.map((column) => Prisma.sql`${column} ILIKE ${pattern}`);
  return Prisma.sql`AND (${Prisma.join(tests, ' OR ')})`;
}
