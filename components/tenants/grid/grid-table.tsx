'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { type MouseEvent, useCallback, useRef, useState } from 'react';
import { BREAKPOINTS } from '@/components/shared/data-table-types';
import { useElementWidth } from '@/components/shared/use-element-width';
import { scopeQuery } from '@/lib/client/scope-query';
import { useGridTiles } from '@/lib/client/use-override-grid';
import { BulkBar } from './bulk-bar';
import { CellPanel } from './cell-panel';
import { GridHead } from './grid-head';
import { GridRow } from './grid-row';
import { COLUMN, FIRST_NARROW, FIRST_WIDE, HEAD, ROW } from './grid-sizes';
import type { OverrideGridProps } from './grid-types';
import { type GridPosition, useGridKeys } from './use-grid-keys';
import { useGridSelection } from './use-grid-selection';

export interface GridTableProps extends OverrideGridProps {
  tenantTotal: number;
  flagTotal: number;
}

const OVERSCAN = { rows: 8, columns: 3 };
const PAGE = 15;

/** The grid itself, of which only what is on the screen exists. */
export function GridTable(props: GridTableProps) {
  const { project, environment, canEdit, filter, hrefOf, tenantTotal, flagTotal } = props;
  const t = useTranslations('tenants.grid');
  const scroller = useRef<HTMLDivElement>(null);
  const width = useElementWidth(scroller);
  const first = width !== null && width < BREAKPOINTS.md ? FIRST_NARROW : FIRST_WIDE;
  const rows = useVirtualizer({
    count: tenantTotal,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: OVERSCAN.rows,
    scrollPaddingStart: HEAD,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: flagTotal,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN,
    overscan: OVERSCAN.columns,
    paddingStart: first,
    scrollPaddingStart: first,
  });
  const shownRows = rows.getVirtualItems();
  const shownColumns = columns.getVirtualItems();
  const place = { project, environment: environment.key };
  const data = useGridTiles(place, filter, {
    rows: [shownRows[0]?.index ?? 0, shownRows.at(-1)?.index ?? 0],
    columns: [shownColumns[0]?.index ?? 0, shownColumns.at(-1)?.index ?? 0],
  });
  const selection = useGridSelection(place, filter, data, tenantTotal);
  const [open, setOpen] = useState<GridPosition | null>(null);
  const keys = useGridKeys({
    rows: tenantTotal,
    columns: flagTotal,
    page: PAGE,
    scroller,
    scrollTo: ({ row, column }) => {
      rows.scrollToIndex(row);
      if (column >= 0) columns.scrollToIndex(column);
    },
    onOpen: setOpen,
    onToggle: canEdit ? selection.onToggle : () => undefined,
  });
  const { setActive } = keys;
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const at = positionOf(event.target);
    if (!at) return;
    setActive(at);
    if (at.column >= 0) setOpen(at);
  };
  const flagHref = useCallback(
    (key: string) => `/p/${project}/flags/${encodeURIComponent(key)}/targeting${scopeQuery({ env: environment.key })}`,
    [project, environment.key],
  );
  const { active } = keys;
  // A cell that has been scrolled away cannot be tabbed to: the first one shown stands in for it.
  const tabRow = shownRows.some(({ index }) => index === active.row) ? active.row : (shownRows[0]?.index ?? 0);
  const isColumnShown = active.column < 0 || shownColumns.some(({ index }) => index === active.column);
  const tabColumn = isColumnShown ? active.column : (shownColumns[0]?.index ?? 0);
  return (
    <>
      <div
        ref={scroller}
        className="relative min-h-48 shrink overflow-auto overscroll-contain rounded-lg border bg-card"
        onKeyDown={keys.onKeyDown}
        onClick={onClick}
      >
        <div
          role="grid"
          aria-label={t('label')}
          aria-rowcount={tenantTotal + 1}
          aria-colcount={flagTotal + 1}
          aria-multiselectable={canEdit}
          className="relative"
          style={{ width: columns.getTotalSize(), height: HEAD + rows.getTotalSize() }}
        >
          <GridHead
            first={first}
            columns={shownColumns}
            flags={data.flags}
            hrefOf={flagHref}
            selection={canEdit ? selection : null}
          />
          {shownRows.map(({ index, start }) => {
            const key = data.tenants.get(index)?.key;
            return (
              <GridRow
                key={index}
                row={index}
                top={start}
                first={first}
                columns={shownColumns}
                data={data}
                tabStop={index === tabRow ? tabColumn : null}
                open={open?.row === index ? open.column : null}
                isSelected={key !== undefined && selection.selected.has(key)}
                canEdit={canEdit}
                onToggle={selection.onToggle}
                hrefOf={hrefOf}
              />
            );
          })}
          <CellPanel
            project={project}
            environment={environment}
            canEdit={canEdit}
            tenant={open ? data.tenants.get(open.row) : undefined}
            flag={open ? data.flags.get(open.column) : undefined}
            anchor={open && { left: first + open.column * COLUMN, top: HEAD + open.row * ROW }}
            onClose={() => {
              setOpen(null);
              keys.focusActive();
            }}
          />
        </div>
      </div>
      {canEdit && (
        <BulkBar
          project={project}
          environment={environment}
          tenants={[...selection.selected]}
          onClear={selection.clear}
        />
      )}
    </>
  );
}

/** The cell that an event happened in; null for its checkbox, its link and everything else. */
function positionOf(target: EventTarget): GridPosition | null {
  if (!(target instanceof Element) || target.closest('a, button')) return null;
  const [row, column] = target.closest<HTMLElement>('[data-cell]')?.dataset.cell?.split('.').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}
