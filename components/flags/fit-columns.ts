import type { EnvironmentView } from '@/lib/services/environments/types';
import type { FlagColumn } from './flag-columns';

const REM = 16;
/** The gap after a column. */
const GAP = 16;
/** Padding of a row, its checkbox, and the border and scroll bar of the table. */
const AROUND = 32 + 16 + GAP + 18;

/** What goes first where there is room for few columns. */
const ORDER = [
  'name',
  'menu',
  'lifecycle',
  'tags',
  'evaluations',
  'lastSeenAt',
  'owner',
  'kind',
  'updatedAt',
  'createdAt',
];

/** The least width of a track, in pixels: `7rem`, `minmax(7rem, 1fr)`. */
function leastWidth(track: string): number {
  return Number(/([\d.]+)rem/.exec(track)?.[1] ?? 0) * REM + GAP;
}

/** Gives each column the table's width from which it fits beside those that matter more; none is squeezed or cut. */
export function fitColumns(columns: readonly FlagColumn[], environments: readonly EnvironmentView[]): FlagColumn[] {
  const guarded = new Set(environments.filter((each) => each.protected).map(({ key }) => `environment:${key}`));
  const rank = ({ id }: FlagColumn): number => {
    if (guarded.has(id)) return 1.2;
    return id.startsWith('environment:') ? 1.5 : ORDER.indexOf(id);
  };
  const from = new Map<string, number>();
  let width = AROUND;
  for (const column of [...columns].sort((a, b) => rank(a) - rank(b))) {
    width += leastWidth(column.track);
    // The first ones are always there, whatever the width.
    from.set(column.id, rank(column) < 1.5 ? 0 : width);
  }
  return columns.map((column) => ({ ...column, from: from.get(column.id) }));
}
