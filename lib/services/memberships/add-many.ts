import { IMPORT_ROWS, type ImportRow, membershipImportSchema } from '@/lib/schemas/membership-import';
import { SHAPE_TEXTS } from '@/lib/schemas/issue-texts';
import { defineVerb } from '../define-verb';
import { type Issue, serviceError } from '../errors';
import type { EnvironmentRow, WriteContext } from '../transaction';
import { assertRoom } from './assert-room';
import { membershipKey } from './membership-key';
import { type PlannedMembership, planImport } from './plan-import';
import { readMembershipCsv } from './read-csv';
import type { ImportReport } from './types';
import { auditedMembership } from './view';

interface Sent {
  rows?: readonly Record<string, unknown>[];
  csv?: string;
}

/** Rows with their lines. Throws `invalid` for a file whose first line does not name what is needed. */
function rowsOf({ rows, csv }: Sent): ImportRow[] {
  if (csv === undefined) {
    return (rows ?? []).map((row, index) => ({ ...row, line: typeof row.line === 'number' ? row.line : index + 1 }));
  }
  const read = readMembershipCsv(csv);
  const { problem } = read.head;
  const tooMany = read.rows.length > IMPORT_ROWS;
  const code = problem ?? (tooMany ? 'import_rows' : null);
  if (code === null) return read.rows;
  throw serviceError('invalid', 'invalid', { issues: [{ path: 'csv', code, message: SHAPE_TEXTS[code] }] });
}

function groupBy<T>(list: readonly T[], nameOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const found = groups.get(nameOf(one));
    if (found) found.push(one);
    else groups.set(nameOf(one), [one]);
  }
  return groups;
}

/** One entry a flag for its subjects, and one for each tenant, whose own history it is. */
function auditAdded(
  tx: WriteContext,
  environment: EnvironmentRow,
  adding: readonly PlannedMembership[],
  comment: string | undefined,
): void {
  for (const [flag, ofFlag] of groupBy(adding, (one) => one.flag)) {
    for (const [tenant, list] of groupBy(ofFlag, ({ body }) => body.tenant ?? '')) {
      const after = { memberships: list.map(({ body }) => auditedMembership(body)) };
      const place = { flag, environment: environment.key, ...(tenant !== '' && { tenant }) };
      tx.audit({ action: 'membership.addMany', ...place, after, comment });
    }
  }
}

/**
 * Adds memberships of a list: all that are not there yet, or none where anything is wrong with one of them. A dry run
 * says what is wrong, line by line.
 */
export const addMemberships = defineVerb({
  verbName: 'memberships.addMany',
  input: membershipImportSchema,
  permission: 'membership.edit',
  locks: ({ environment }) => ({ environments: [environment] }),
  reaches: (tx, { environment }) => [tx.environment(environment)],
  comment: ({ comment }) => comment,
  isCommentFree: ({ dryRun }) => dryRun,
  run: async (tx, { flag, dryRun, comment, rows: sent, csv, ...asked }): Promise<ImportReport> => {
    const environment = tx.environment(asked.environment);
    const rows = rowsOf({ rows: sent, csv });
    const plan = await planImport(tx.db, { environment, projectId: tx.scope.projectId, flag }, rows);
    const { adding, present, problems } = plan;
    if (problems.length > 0 && !dryRun) {
      const issues = problems.map(({ line, path, ...said }): Issue => ({ path: `lines.${line}.${path}`, ...said }));
      throw serviceError('refused', 'import_refused', { issues: issues.slice(0, 50) });
    }
    const counts = [...groupBy(adding, (one) => one.flag)].map(([key, list]) => ({ flag: key, added: list.length }));
    for (const { flag: key, added } of counts) await assertRoom(tx.db, environment, key, added);
    if (!dryRun) {
      for (const { flag: key, body } of adding) {
        tx.items.put(environment.id, 'membership', membershipKey(key, tx.newId()), body);
      }
      auditAdded(tx, environment, adding, comment);
    }
    return { dryRun, rows: rows.length, added: adding.length, present, problems, flags: counts };
  },
});
