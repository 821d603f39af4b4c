import type { SegmentContent } from '@/lib/engine/types';
import { segmentInForce } from '../items/read';
import type { EnvironmentRow, TransactionClient } from '../transaction';
import { environmentsOf } from '../flags/states';
import { findSegmentUsage } from './find-usage';
import { countMembers } from './members';
import type { SegmentRow } from './segment-row';
import type { SegmentContentView, SegmentView } from './types';

export function segmentView(row: SegmentRow): SegmentView {
  const { id, key, name, description, version } = row;
  return {
    id,
    key,
    name,
    description,
    version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** A segment and its content in one environment, read or just written. */
export async function readContentView(
  db: TransactionClient,
  row: SegmentRow,
  environment: EnvironmentRow,
  written?: SegmentContent,
): Promise<SegmentContentView> {
  const content = written ?? (await segmentInForce(db, environment.id, row.key));
  const environments = await environmentsOf(db, row.projectId);
  const usage = await findSegmentUsage(db, environments, [row.key]);
  const { version, operator, conditions } = content;
  return {
    ...segmentView(row),
    version,
    environment: environment.key,
    operator,
    conditions,
    content: { version, operator, conditions },
    memberCount: await countMembers(db, environment.id, row.key),
    usedIn: usage.get(row.key) ?? [],
  };
}
