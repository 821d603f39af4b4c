import type { Rollout, Serve, TimeWindow } from '../engine/types';
import { parseInstant } from './instant';
import { type Sentence, type SentencePart, sentence } from './sentence';
import { describeDay, describeRecurrence } from './describe-recurrence';
import { zoneClock } from './zone';

/** A percentage from thousandths of a percent: 12,500 is 12.5. */
export function percent(thousandths: number): number {
  return thousandths / 1000;
}

/** What is served: a variant, the caller's own default, or shares. */
export function describeServe(serve: Serve): SentencePart {
  if (!('split' in serve)) return serve.variant ?? sentence('serve.callerDefault');
  const items = serve.split.map(({ variant, weight }) =>
    sentence('serve.share', { percent: percent(weight), variant }),
  );
  const list = { join: 'comma', items } as const;
  return serve.unit === undefined ? list : sentence('serve.byUnit', { served: list, unit: serve.unit });
}

/** How many get it: "25 %", or the way of a ramp. */
export function describeRollout({ percentage, ramp, unit }: Rollout): Sentence {
  const share = ramp
    ? sentence(ramp.steps === undefined ? 'rollout.ramp' : 'rollout.steppedRamp', {
        from: percent(ramp.from),
        to: percent(ramp.to),
        startsAt: describeInstant(ramp.startsAt, 'UTC'),
        endsAt: describeInstant(ramp.endsAt, 'UTC'),
        ...(ramp.steps !== undefined && { steps: ramp.steps }),
      })
    : sentence('rollout.percentage', { percent: percent(percentage ?? 0) });
  return unit === undefined ? share : sentence('rollout.byUnit', { share, unit });
}

/** When it counts; null for a window without edges and hours. */
export function describeWindow(window: TimeWindow): Sentence | null {
  const edges = describeEdges(window);
  if (!window.recurring) return edges;
  const hours = describeRecurrence(window.recurring, window.timezone ?? 'UTC');
  return edges ? sentence('window.within', { edges, hours }) : hours;
}

function describeEdges(window: TimeWindow): Sentence | null {
  const timezone = window.timezone ?? 'UTC';
  const edge = (instant: string | undefined, date: string | undefined): Sentence | null =>
    date === undefined ? (instant === undefined ? null : describeInstant(instant, timezone)) : describeDay(date);
  const start = edge(window.startsAt, window.startDate);
  const end = edge(window.endsAt, window.endDate);
  if (start && end) return sentence(`window.between${lastDay(window)}`, { start, end });
  if (start) return sentence('window.from', { start });
  return end ? sentence(`window.until${lastDay(window)}`, { end }) : null;
}

/** A last day is included, an end instant is not. */
function lastDay({ endDate }: TimeWindow): 'Day' | '' {
  return endDate === undefined ? '' : 'Day';
}

function describeInstant(text: string, timezone: string): Sentence {
  const instant = parseInstant(text);
  const clock = zoneClock(timezone);
  if (instant === null || !clock) return sentence('time.asWritten', { text });
  const { year, month, day, hour, minute } = clock(instant);
  return sentence('time.instant', { year, month, day, hour, minute, timezone });
}
