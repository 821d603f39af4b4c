'use client';

import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { GridFlag, GridTenant, GridView, OverrideCell } from '@/lib/services/overrides/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

export interface GridFilter {
  q: string;
  /** A part of the flag's key or name. */
  flags: string;
  withOverrides: boolean;
}

export interface GridPlace {
  project: string;
  environment: string;
}

/** Rows and columns that are on the screen, both ends included. */
export interface GridWindow {
  rows: readonly [number, number];
  columns: readonly [number, number];
}

/** Tenants and flags that are read together. */
export const TILE = 100;

/** What has been read of the grid, by row, column and cell. */
export interface GridData {
  tenants: Map<number, GridTenant>;
  flags: Map<number, GridFlag>;
  /** By `cellKey`. */
  cells: Map<string, OverrideCell>;
}

/** Neither key holds a slash. */
export const cellKey = (flag: string, tenant: string): string => `${flag}/${tenant}`;

/** The first and the last tile that a stretch lies in. */
const tilesOf = ([first, last]: readonly [number, number]): [number, number] => [
  Math.floor(Math.max(0, first) / TILE),
  Math.floor(Math.max(0, last) / TILE),
];

const between = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

function tileQuery({ project, environment }: GridPlace, filter: GridFilter, row: number, column: number) {
  const query = {
    environment,
    q: filter.q,
    flags: filter.flags,
    withOverrides: filter.withOverrides ? 'true' : undefined,
    tenantOffset: row * TILE,
    tenantLimit: TILE,
    flagOffset: column * TILE,
    flagLimit: TILE,
  };
  return {
    queryKey: [...queryKeys.overrideGrid(project, environment), filter, row, column],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      fetchJson<GridView>(adminPath(project, ['overrides', 'grid'], query), { signal }),
    staleTime: 15_000,
    refetchOnWindowFocus: false,
  };
}

/** The size of the grid; its first tile comes with it. */
export function useGridSize(place: GridPlace, filter: GridFilter) {
  return useQuery({ ...tileQuery(place, filter, 0, 0), placeholderData: keepPreviousData });
}

interface Tile {
  row: number;
  column: number;
}

function gather(at: readonly Tile[], answers: readonly { data?: GridView }[]): GridData {
  const grid: GridData = { tenants: new Map(), flags: new Map(), cells: new Map() };
  for (const [index, { data }] of answers.entries()) {
    const tile = at[index];
    if (!data || !tile) continue;
    for (const [offset, tenant] of data.tenants.entries()) grid.tenants.set(tile.row * TILE + offset, tenant);
    for (const [offset, flag] of data.flags.entries()) grid.flags.set(tile.column * TILE + offset, flag);
    for (const cell of data.cells) grid.cells.set(cellKey(cell.flag, cell.tenant), cell);
  }
  return grid;
}

/** What is on the screen of the grid, tile by tile. */
export function useGridTiles(place: GridPlace, filter: GridFilter, { rows, columns }: GridWindow): GridData {
  const [top, bottom] = tilesOf(rows);
  const [left, right] = tilesOf(columns);
  const at = useMemo((): Tile[] => {
    const across = between(left, right);
    return between(top, bottom).flatMap((row) => across.map((column) => ({ row, column })));
  }, [top, bottom, left, right]);
  const combine = useCallback((answers: { data?: GridView }[]) => gather(at, answers), [at]);
  return useQueries({ queries: at.map(({ row, column }) => tileQuery(place, filter, row, column)), combine });
}

const MOST_AT_ONCE = 200;
/** As many as may be changed in one go. */
const MOST = 5_000;

/** The keys of all tenants that a filter shows, read in parts. */
export async function readTenantKeys({ project, environment }: GridPlace, filter: GridFilter): Promise<string[]> {
  const keys: string[] = [];
  for (let total = 1; keys.length < Math.min(total, MOST); ) {
    const query = {
      environment,
      q: filter.q,
      withOverrides: filter.withOverrides ? 'true' : undefined,
      tenantOffset: keys.length,
      tenantLimit: MOST_AT_ONCE,
      flagLimit: 0,
    };
    const part = await fetchJson<GridView>(adminPath(project, ['overrides', 'grid'], query));
    if (part.tenants.length === 0) break;
    keys.push(...part.tenants.map(({ key }) => key));
    total = part.tenantTotal;
  }
  return keys.slice(0, MOST);
}
