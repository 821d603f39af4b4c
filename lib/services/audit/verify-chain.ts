import type { Secrets } from '../secrets';
import {
  type AuditBody,
  auditBodySchema,
  digestDetail,
  entryHash,
  headMac,
  INSTALLATION_CHAIN,
  isGenuine,
} from './chain';

export interface StoredEntry {
  id: string;
  seq: number;
  at: Date;
  actorId: string;
  actorName: string;
  action: string;
  flag: string | null;
  environment: string | null;
  requestId: string;
  via: string;
  body: string;
  detail: string | null;
  salt: string | null;
  hash: string;
}
export interface StoredHead {
  chain: string;
  seq: number;
  hash: string;
  mac: string;
}
export type ChainProblem = 'edited' | 'removed' | 'reordered' | 'truncated' | 'head';
export interface ChainVerdict {
  ok: boolean;
  entries: number;
  /** Entries whose before and after were erased on purpose. */
  erased: number;
  problems: { seq: number; problem: ChainProblem }[];
}

function bodyOf(entry: StoredEntry): AuditBody | null {
  try {
    return auditBodySchema.safeParse(JSON.parse(entry.body)).data ?? null;
  } catch {
    return null;
  }
}

/** Whether the columns that lists show still say what the hashed bytes say. */
function columnsAgree(entry: StoredEntry, data: AuditBody | null, chain: string): boolean {
  if (!data) return false;
  if (entry.detail !== null || entry.salt !== null) {
    if (digestDetail(entry.salt ?? '', entry.detail ?? '') !== data.detail) return false;
  }
  return (
    data.id === entry.id &&
    data.chain === chain &&
    data.seq === entry.seq &&
    data.action === entry.action &&
    data.at === entry.at.toISOString() &&
    data.actor.id === entry.actorId &&
    data.actor.name === entry.actorName &&
    data.flag === entry.flag &&
    data.environment === entry.environment &&
    data.requestId === entry.requestId &&
    data.via === entry.via
  );
}

/**
 * Checks one chain, fed in order of `seq`, pages at a time. Pure but for the keys: it runs on an exported file too.
 * At most 100 problems are listed.
 */
export function createChainVerifier(secrets: Secrets, head: StoredHead | null, chain: string) {
  const verdict: ChainVerdict = { ok: true, entries: 0, erased: 0, problems: [] };
  let previous = '';
  let expected = 1;
  let displaced = false;
  const report = (seq: number, problem: ChainProblem): void => {
    verdict.ok = false;
    if (verdict.problems.length < 100) verdict.problems.push({ seq, problem });
  };
  return {
    add(entry: StoredEntry): void {
      verdict.entries += 1;
      if (entry.detail === null && entry.salt === null) verdict.erased += 1;
      const missing = entry.seq !== expected;
      if (missing) report(expected, 'removed');
      const body = bodyOf(entry);
      const linked = isGenuine(entry.hash, (keyId) => entryHash(secrets, previous, entry.body, keyId));
      const moved = body !== null && body.seq !== entry.seq;
      if (moved) report(entry.seq, 'reordered');
      else if (!columnsAgree(entry, body, chain)) report(entry.seq, 'edited');
      // The first in its place after a gap or a moved one cannot be linked, and is not at fault.
      else if (!linked && !missing && !displaced) report(entry.seq, 'edited');
      displaced = moved;
      previous = entry.hash;
      expected = entry.seq + 1;
    },
    finish(): ChainVerdict {
      if (!head) {
        // Making a project is its chain's first entry, so that only the installation's may be empty.
        if (verdict.entries > 0 || chain !== INSTALLATION_CHAIN) report(0, 'head');
        return verdict;
      }
      if (!isGenuine(head.mac, (keyId) => headMac(secrets, chain, head.seq, head.hash, keyId)))
        report(head.seq, 'head');
      if (head.seq !== expected - 1 || head.hash !== previous) report(head.seq, 'truncated');
      return verdict;
    },
  };
}
