'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type MouseEvent, useCallback, useRef, useState } from 'react';
import { scopeQuery } from '@/lib/client/scope-query';
import { BulkBar } from './bulk-bar';
import { CellPanel } from './cell-panel';
import { GridHead } from './grid-head';
import { GridRow } from './grid-row';
import { COLUMN, HEAD, ROW } from './grid-sizes';
import type { OverrideGridProps } from './grid-types';
import { type GridPosition, readPosition, useGridKeys } from './use-grid-keys';
import { useGridSelection } from './use-grid-selection';
import { useGridWindow } from './use-grid-window';

export interface GridTableProps extends OverrideGridProps {
  tenantTotal: number;
  flagTotal: number;
}

const PAGE = 15;

/** The grid itself, of which only what is on the screen exists. */
export function GridTable(props: GridTableProps) {
  const { project, environment, canEdit, filter, hrefOf, tenantTotal, flagTotal } = props;
  const t = useTranslations('tenants.grid');
  const router = useRouter();
  const scroller = useRef<HTMLDivElement>(null);
  const place = { project, environment: environment.key };
  const { first, rows, columns, data, size, tabStopFor, scrollTo } = useGridWindow({
    place,
    filter,
    tenantTotal,
    flagTotal,
    scroller,
  });
  const selection = useGridSelection(place, filter, data, tenantTotal);
  const [open, setOpen] = useState<GridPosition | null>(null);
  const keys = useGridKeys({
    rows: tenantTotal,
    columns: flagTotal,
    page: PAGE,
    scroller,
    scrollTo,
    onOpen: (at) => {
      const key = data.tenants.get(at.row)?.key;
      if (at.column >= 0) setOpen(at);
      else if (key !== undefined) router.push(hrefOf(key));
    },
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
  const tenant = open ? data.tenants.get(open.row) : undefined;
  const flag = open ? data.flags.get(open.column) : undefined;
  const tabStop = tabStopFor(keys.active);
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
          style={size}
        >
          <GridHead
            first={first}
            columns={columns}
            flags={data.flags}
            hrefOf={flagHref}
            selection={canEdit ? selection : null}
          />
          {rows.map(({ index, start }) => {
            const key = data.tenants.get(index)?.key;
            return (
              <GridRow
                key={index}
                row={index}
                top={start}
                first={first}
                columns={columns}
                data={data}
                tabStop={index === tabStop.row ? tabStop.column : null}
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
            tenant={tenant}
            flag={flag}
            // What has not been read yet cannot be opened.
            anchor={open && tenant && flag ? { left: first + open.column * COLUMN, top: HEAD + open.row * ROW } : null}
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
  return readPosition(target.closest<HTMLElement>('[data-cell]')?.dataset.cell);
}
