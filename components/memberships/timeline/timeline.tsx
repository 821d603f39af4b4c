'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { type CSSProperties, type ReactNode, useMemo, useRef, useState } from 'react';
import { DataTableFoot } from '@/components/shared/data-table-foot';
import { useTickingNow } from '@/components/shared/now-provider';
import { useElementWidth } from '@/components/shared/use-element-width';
import { useEndReached } from '@/components/shared/use-end-reached';
import { useRowKeys } from '@/components/shared/use-row-keys';
import type { MembershipView } from '@/lib/services/memberships/types';
import type { MembershipDetailsProps } from '../membership-details';
import { useReaderZone } from '../use-reader-zone';
import { spanOf, type Zoom } from './time-scale';
import { TimelineAxis, TimelineGrid } from './timeline-axis';
import { TimelineGroup } from './timeline-group';
import { timelineLines } from './timeline-lines';
import { TimelineRow } from './timeline-row';
import { TimelineToolbar } from './timeline-toolbar';
import { useVariantIndex } from './use-variant-index';

export interface TimelineProps {
  project: string;
  rows: readonly MembershipView[];
  /** More than `rows` while more can be loaded. */
  total: number;
  zoom: Zoom;
  onZoom: (zoom: Zoom) => void;
  onEndReached: () => void;
  isLoadingMore: boolean;
  hasLoadError: boolean;
  details: Omit<MembershipDetailsProps, 'membership' | 'onDone'>;
  empty: ReactNode;
}

const HEAD = 32;
const GROUP = 36;
const ROW = 36;
const NAMES = 232;
const NARROW = 640;
const LEAST = 192;
/** What the server takes it to be wide. */
const USUAL_WIDTH = 1180;

/** Memberships as bars over a day, a week or a month, under their flags. */
export function Timeline({ empty, ...props }: TimelineProps) {
  // What time is looked at stays while nothing is found.
  const [anchor, setAnchor] = useState(useTickingNow());
  return props.rows.length === 0 && !props.isLoadingMore ? (
    <>{empty}</>
  ) : (
    <Bars {...props} {...{ anchor, setAnchor }} />
  );
}

interface BarsProps extends Omit<TimelineProps, 'empty'> {
  anchor: number;
  setAnchor: (at: number) => void;
}

function Bars({ project, zoom, onZoom, rows, details, anchor, setAnchor, ...props }: BarsProps) {
  const { total, ...foot } = props;
  const t = useTranslations('memberships.timeline');
  const scroller = useRef<HTMLDivElement>(null);
  const width = useElementWidth(scroller) ?? USUAL_WIDTH;
  const isNarrow = width < NARROW;
  const now = useTickingNow();
  const zone = useReaderZone();
  const span = useMemo(() => spanOf(zoom, anchor, zone), [zoom, anchor, zone]);
  const { lines, ordered } = useMemo(() => timelineLines(rows), [rows]);
  const lineOf = useMemo(() => lines.flatMap((line, at) => (line.kind === 'membership' ? [at] : [])), [lines]);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'flag' ? GROUP : ROW),
    overscan: 20,
    scrollPaddingStart: HEAD,
    initialRect: { width: 1024, height: 720 },
    isScrollingResetDelay: 100,
  });
  const items = virtualizer.getVirtualItems();
  useEndReached({
    ...props,
    rows,
    lastIndex: Math.round(((items.at(-1)?.index ?? -1) / Math.max(1, lines.length - 1)) * (rows.length - 1)),
  });
  const [opened, setOpened] = useState<string | null>(null);
  const keys = useRowKeys({
    rows: ordered,
    rowKey: ({ id }) => id,
    scroller,
    scrollTo: (index) => virtualizer.scrollToIndex(lineOf[index] ?? 0),
    onOpen: ({ id }) => setOpened(id),
    onEdit: details.canEdit ? details.onEdit : undefined,
  });
  const shown = items.flatMap(({ index }) => lines[index] ?? []);
  const flags = [...new Set(shown.map((line) => (line.kind === 'flag' ? line.flag : line.membership.flag)))];
  const variantIndexOf = useVariantIndex(project, flags);
  const firstShown = shown.flatMap((line) => (line.kind === 'membership' ? [line.index] : []));
  const tabStop = firstShown.includes(keys.active) ? keys.active : (firstShown[0] ?? 0);
  const names = isNarrow ? 0 : NAMES;
  const minHeight = Math.min(LEAST, HEAD + virtualizer.getTotalSize() + 2);
  const style: CSSProperties & Record<'--names', string> = { '--names': `${names}px`, minHeight };
  return (
    <>
      <TimelineToolbar span={span} zoom={zoom} zone={zone} now={now} onZoom={onZoom} onGo={setAnchor} />
      <div
        ref={scroller}
        className="relative shrink overflow-x-hidden overflow-y-auto overscroll-contain rounded-lg border bg-card"
        style={style}
        onKeyDown={keys.onKeyDown}
      >
        <div role="table" aria-label={t('label')} aria-rowcount={total + 1}>
          <div role="rowgroup" className="sticky top-0 z-20 border-b bg-muted" style={{ height: HEAD }}>
            <div role="row" className="grid h-full" style={{ gridTemplateColumns: `${names}px minmax(0, 1fr)` }}>
              <div
                role="columnheader"
                className="flex items-center overflow-hidden px-3 text-xs font-medium text-muted-foreground"
              >
                {!isNarrow && t('who')}
              </div>
              <div role="columnheader" aria-label={t('time', { zone })} className="min-w-0">
                <TimelineAxis span={span} zoom={zoom} zone={zone} width={width - names} />
              </div>
            </div>
          </div>
          <div role="rowgroup" className="relative w-full" style={{ height: virtualizer.getTotalSize() }}>
            <div className="absolute inset-y-0 right-0" style={{ left: names }}>
              <TimelineGrid span={span} now={now} />
            </div>
            {items.map((item) => {
              const line = lines[item.index];
              if (!line) return null;
              return (
                <div
                  key={line.kind === 'flag' ? `flag ${line.flag}` : line.membership.id}
                  role="presentation"
                  className="absolute inset-x-0 top-0"
                  style={{ height: item.size, transform: `translateY(${item.start}px)` }}
                >
                  {line.kind === 'flag' ? (
                    <TimelineGroup flag={line.flag} count={line.count} href={details.flagHref(line.flag)} />
                  ) : (
                    <TimelineRow
                      {...{ span, zone, isNarrow, details, membership: line.membership, index: line.index }}
                      variantIndex={variantIndexOf(line.membership)}
                      isTabStop={line.index === tabStop}
                      isOpen={opened === line.membership.id}
                      onOpenChange={(open) => setOpened(open ? line.membership.id : null)}
                      onFocus={keys.setActive}
                      onGo={setAnchor}
                    />
                  )}
                </div>
              );
            })}
          </div>
        </div>
        <DataTableFoot {...foot} hasMore={rows.length < total} />
      </div>
    </>
  );
}
