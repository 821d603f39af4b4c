import type { GridView, TenantFlagView } from '@/lib/services/overrides/types';

/** What a part of the grid shows while the server is still asked about one cell. */
export function withCell(tile: GridView, tenant: string, flag: TenantFlagView): GridView {
  const isInTile = tile.tenants.some(({ key }) => key === tenant) && tile.flags.some(({ key }) => key === flag.key);
  if (!isInTile) return tile;
  const others = tile.cells.filter((cell) => cell.flag !== flag.key || cell.tenant !== tenant);
  const { key, variant, enabled, expiresAt } = flag;
  if (!flag.overridden || variant === null) return { ...tile, cells: others };
  return { ...tile, cells: [...others, { flag: key, tenant, variant, enabled, expiresAt }] };
}
