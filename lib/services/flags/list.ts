import { Prisma } from '@/lib/db/generated/client';
import { flagListSchema } from '@/lib/schemas/flag';
import { cutPage } from '../cursor';
import { defineRead } from '../define-verb';
import type { Page } from '../page';
import type { EnvironmentRow, TransactionClient } from '../transaction';
import { evaluationsByDay } from './evaluations';
import type { FlagRow } from './flag-row';
import { lastSeenOf, lifecycleOf } from './lifecycle';
import { searchFilter } from './list-filter';
import { countFlags, cursorOf, type FlagSelection, selectFlags, type SelectedFlag } from './list-select';
import { parseSearch, type SearchTerms } from './search-terms';
import { environmentsOf, standingConfigurations, type StandingConfiguration } from './states';
import type { FlagListItem } from './types';
import { flagView } from './view';

const termOf = ({ terms }: SearchTerms, key: string): string | undefined =>
  terms.findLast((term) => term.key === key)?.value.toLowerCase();

function archivedFilter(search: SearchTerms, archived: string): Prisma.Sql[] {
  const wanted = termOf(search, 'archived') ?? archived;
  if (wanted === 'all') return [];
  return [wanted === 'true' ? Prisma.sql`f.archived_at IS NOT NULL` : Prisma.sql`f.archived_at IS NULL`];
}

/** Keeps the flags that are stale, or those that are not: the one rule of `lifecycleOf`, asked of all that match. */
async function keepStale(
  db: TransactionClient,
  environments: readonly EnvironmentRow[],
  selected: readonly SelectedFlag[],
  now: Date,
  stale: boolean,
): Promise<Set<string>> {
  const kept = new Set<string>();
  const [batch, flags] = [2_000, selected.map(({ id }) => id)];
  for (let start = 0; start < flags.length; start += batch) {
    const rows = await db.flag.findMany({
      where: { id: { in: flags.slice(start, start + batch) } },
      select: { id: true, key: true, archivedAt: true, createdAt: true },
    });
    const standing = await standingConfigurations(
      db,
      environments,
      rows.map(({ key }) => key),
    );
    for (const row of rows) {
      if ((lifecycleOf(row, standing.get(row.key) ?? [], now) === 'stale') === stale) kept.add(row.id);
    }
  }
  return kept;
}

function listItem(row: FlagRow, standing: StandingConfiguration[], evaluations: number[], now: Date): FlagListItem {
  const { variants: _v, salt: _s, metadata: _m, links: _l, description: _d, ...item } = flagView(row, standing);
  const lastSeenAt = lastSeenOf(standing)?.toISOString() ?? null;
  return { ...item, lifecycle: lifecycleOf(row, standing, now), lastSeenAt, evaluations };
}

/** The selected flags as rows of the list, in their order: four queries, however many flags there are. */
async function listItems(
  db: TransactionClient,
  environments: readonly EnvironmentRow[],
  selected: readonly SelectedFlag[],
  now: Date,
): Promise<Map<string, FlagListItem>> {
  const keys = selected.map(({ key }) => key);
  const rows = await db.flag.findMany({ where: { id: { in: selected.map(({ id }) => id) } } });
  const standing = await standingConfigurations(db, environments, keys);
  const days = await evaluationsByDay(
    db,
    environments.map(({ id }) => id),
    keys,
    now,
  );
  const item = (row: FlagRow): FlagListItem => listItem(row, standing.get(row.key) ?? [], days.get(row.key) ?? [], now);
  return new Map(rows.map((row) => [row.id, item(row)]));
}

/** Searches, sorts and pages the project's flags; archived ones only when asked for. */
export const listFlags = defineRead({
  verbName: 'flags.list',
  input: flagListSchema,
  permission: 'flag.view',
  run: async (ctx, { limit, cursor, q, sort, order, direction = order, archived }): Promise<Page<FlagListItem>> => {
    const { db, now, scope } = ctx;
    const environments = await environmentsOf(db, scope.projectId);
    const search = parseSearch(q ?? '');
    const own = Prisma.sql`f.project_id = ${scope.projectId}`;
    const filters = [own, ...archivedFilter(search, archived), ...searchFilter(search, environments)];
    const stale = termOf(search, 'stale');
    const wanted: FlagSelection = { sort, direction, cursor, limit: stale === undefined ? limit + 1 : undefined };
    let selected = await selectFlags(db, environments, filters, wanted);
    if (stale !== undefined) {
      const kept = await keepStale(db, environments, selected, now, stale === 'true');
      selected = selected.filter(({ id }) => kept.has(id));
    }
    const total = stale === undefined ? await countFlags(db, filters) : undefined;
    const items = await listItems(db, environments, selected.slice(0, limit), now);
    const page = cutPage(selected, limit, ({ id }) => items.get(id), cursorOf(sort));
    return { ...page, items: page.items.filter((item) => item !== undefined), total };
  },
});
