/** A text as the literal part of a LIKE pattern: Prisma's `startsWith` and `contains` leave `%` and `_` as they are. */
export const likeLiteral = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
