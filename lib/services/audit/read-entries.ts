import type { z } from 'zod';
import type { Prisma } from '@/lib/db/generated/client';
import type { auditListSchema } from '@/lib/schemas/audit';
import type { Scope, ServiceContext } from '../context';
import { cutPage, decodeCursor, numberPosition } from '../cursor';
import { likeLiteral } from '../like';
import type { Page } from '../page';
import { auditBodySchema } from './chain';
import { chainOf } from './chain-of';
import type { AuditView } from './types';

type Asked = z.output<typeof auditListSchema>;
type Entry = Prisma.AuditEntryGetPayload<object>;

function matching(
  chain: string,
  { q, flag, environment, actor, action, from, to }: Asked,
): Prisma.AuditEntryWhereInput {
  const contains = { contains: likeLiteral(q?.trim() ?? ''), mode: 'insensitive' } as const;
  const anywhere = [{ action: contains }, { flag: contains }, { actorName: contains }];
  return {
    chain,
    flag,
    environment,
    actorId: actor,
    action,
    at: { gte: from, lt: to },
    ...(q?.trim() ? { OR: anywhere } : {}),
  };
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

const field = (detail: unknown, name: string): unknown =>
  typeof detail === 'object' && detail !== null && Object.hasOwn(detail, name) ? Reflect.get(detail, name) : null;

function viewOf(entry: Entry): AuditView {
  const { id, at, actorId, actorName, action, flag, environment, requestId, via } = entry;
  const detail = parsed(entry.detail);
  const body = auditBodySchema.safeParse(parsed(entry.body));
  return {
    id,
    at: at.toISOString(),
    actor: { id: actorId, name: actorName },
    action,
    flag,
    environment,
    before: field(detail, 'before'),
    after: field(detail, 'after'),
    comment: body.success ? body.data.comment : null,
    requestId,
    via,
    erased: entry.detail === null && entry.salt === null,
  };
}

/** Entries of the scope's chain, newest first; `only` narrows them down. */
export async function readEntries(
  ctx: ServiceContext<Scope>,
  asked: Asked,
  only: Prisma.AuditEntryWhereInput = {},
): Promise<Page<AuditView>> {
  const where = matching(chainOf(ctx.scope), asked);
  const after = asked.cursor === undefined ? [] : [{ seq: { lt: decodeCursor(numberPosition, asked.cursor)[0] } }];
  const rows = await ctx.db.auditEntry.findMany({
    where: { AND: [where, only, ...after] },
    orderBy: { seq: 'desc' },
    take: asked.limit + 1,
  });
  return cutPage(rows, asked.limit, viewOf, ({ seq }) => [seq]);
}
