import canonicalize from 'canonicalize';
import type { Scope, ServiceContext } from '../context';
import type { TransactionClient } from '../transaction-client';
import { chainOf } from './chain-of';
import type { AuditDraft } from './draft';
import { digestDetail, entryHash, headMac, type AuditBody, INSTALLATION_CHAIN } from './chain';

async function lockHead(db: TransactionClient, chain: string, ctx: ServiceContext<Scope>) {
  const projectId = chain === INSTALLATION_CHAIN ? null : chain;
  const mac = headMac(ctx.secrets, chain, 0, '');
  await db.$executeRaw`
    INSERT INTO audit_head (chain, seq, hash, mac, project_id) VALUES (${chain}, 0, '', ${mac}, ${projectId})
    ON CONFLICT (chain) DO NOTHING`;
  await db.$queryRaw`SELECT chain FROM audit_head WHERE chain = ${chain} FOR UPDATE`;
  return db.auditHead.findUniqueOrThrow({ where: { chain } });
}

function entryOf(ctx: ServiceContext<Scope>, chain: string, seq: number, draft: AuditDraft, previous: string) {
  const detail = canonicalize({ before: draft.before ?? null, after: draft.after ?? null }) ?? 'null';
  const salt = ctx.randomText(16);
  const id = draft.id ?? ctx.newId();
  const body: AuditBody = {
    v: 1,
    id,
    chain,
    seq,
    at: ctx.now.toISOString(),
    actor: { kind: ctx.actor.kind, id: ctx.actor.id, name: ctx.actor.name },
    action: draft.action,
    flag: draft.flag ?? null,
    environment: draft.environment ?? null,
    ...(draft.tenant === undefined ? {} : { tenant: draft.tenant }),
    requestId: ctx.requestId,
    via: ctx.via,
    comment: draft.comment ?? null,
    detail: digestDetail(salt, detail),
  };
  const text = canonicalize(body) ?? '';
  return {
    id,
    chain,
    seq,
    at: ctx.now,
    actorId: ctx.actor.id,
    actorName: ctx.actor.name,
    action: draft.action,
    flag: draft.flag ?? null,
    environment: draft.environment ?? null,
    tenant: draft.tenant ?? null,
    requestId: ctx.requestId,
    via: ctx.via,
    body: text,
    detail,
    salt,
    hash: entryHash(ctx.secrets, previous, text),
  };
}

/** Extends the chains by these drafts, as the last thing of a transaction: the head row is the last lock taken. */
export async function appendAudit(
  ctx: ServiceContext<Scope>,
  db: TransactionClient,
  drafts: readonly AuditDraft[],
): Promise<void> {
  const own = chainOf(ctx.scope);
  const chains = new Map<string, AuditDraft[]>();
  for (const draft of drafts) {
    const chain = draft.projectId ?? own;
    chains.set(chain, [...(chains.get(chain) ?? []), draft]);
  }
  for (const [chain, list] of [...chains].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const head = await lockHead(db, chain, ctx);
    let { seq, hash } = head;
    const rows = list.map((draft) => {
      seq += 1;
      const row = entryOf(ctx, chain, seq, draft, hash);
      hash = row.hash;
      return row;
    });
    await db.auditEntry.createMany({ data: rows });
    await db.auditHead.update({ where: { chain }, data: { seq, hash, mac: headMac(ctx.secrets, chain, seq, hash) } });
  }
}
