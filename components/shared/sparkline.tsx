import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';

export interface SparklineProps {
  /** Oldest first. */
  points: readonly number[];
  /** What is drawn, in front of the figures a screen reader hears. */
  label: string;
  width?: number;
  height?: number;
  className?: string;
}

/** A trend without axes, in the text's own colour. */
export function Sparkline({ points, label, width = 72, height = 20, className }: SparklineProps) {
  const t = useTranslations('common');
  const [min, max] = [Math.min(...points, Infinity), Math.max(...points, 0)];
  if (points.length < 2 || max === 0) {
    return (
      <svg role="img" aria-label={`${label}: ${t('trend.none')}`} width={width} height={height} className={className}>
        <line
          x1={0}
          x2={width}
          y1={height - 1.5}
          y2={height - 1.5}
          className="stroke-input"
          strokeWidth={1.5}
          strokeDasharray="2 3"
        />
      </svg>
    );
  }
  const line = toPath(points, max, width, height);
  const summary = t('trend.label', { count: points.at(-1) ?? 0, min, max });
  return (
    <svg
      role="img"
      aria-label={`${label}: ${summary}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={cn('text-muted-foreground', className)}
    >
      <path d={`${line} L${width},${height} L0,${height} Z`} className="fill-current opacity-12" />
      <path d={line} fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}

function toPath(points: readonly number[], max: number, width: number, height: number): string {
  const step = width / (points.length - 1);
  const y = (value: number) => height - 1.5 - (value / max) * (height - 3);
  return points.map((value, i) => `${i === 0 ? 'M' : 'L'}${(i * step).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
}
